package lt.mokiniai.kernel.scope;

import java.util.function.Supplier;

/** Gives a register module the scope of the exchange that it is answering; the pipeline provides it. */
@FunctionalInterface
public interface CurrentScope extends Supplier<Scope> {}
