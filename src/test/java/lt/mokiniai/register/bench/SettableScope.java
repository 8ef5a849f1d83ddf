package lt.mokiniai.register.bench;

import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;

/** The scope that a test gives. */
public final class SettableScope implements CurrentScope {

    private Scope scope = ScopeBuilder.everything().build();

    public void set(Scope given) {
        scope = given;
    }

    @Override
    public Scope get() {
        return scope;
    }
}
