package lt.mokiniai.tools.demo.register;

import lt.mokiniai.oracle.OnOracle;

/** On an Oracle. */
@OnOracle
class OracleDemoRegisterTests extends DemoRegisterContract {

    @Override
    Database database() {
        return Database.oracle("demo");
    }
}
