package lt.mokiniai.tools.demo.register;

/** On a real PostgreSQL. */
class PostgresDemoRegisterTests extends DemoRegisterContract {

    @Override
    Database database() {
        return Database.postgres("demo");
    }
}
