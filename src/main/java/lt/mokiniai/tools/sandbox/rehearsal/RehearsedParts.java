package lt.mokiniai.tools.sandbox.rehearsal;

import jakarta.jws.WebService;
import java.util.Optional;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.exchange.quota.GrantId;
import lt.mokiniai.exchange.quota.Quotas;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Decorates the parts of an exchange in which the faults arise: each throws the fault that is rehearsed for the current
 * client in its place, in the way in which it throws a true one. What is told, signed, logged and undone then is
 * decided by the same code as always.
 */
final class RehearsedParts implements BeanPostProcessor {

    private final ObjectProvider<Rehearsals> rehearsals;
    private final ObjectProvider<QuotaRefusals> quotas;

    /** Both are asked for late: every other bean may be made after this one. */
    RehearsedParts(ObjectProvider<Rehearsals> rehearsals, ObjectProvider<QuotaRefusals> quotas) {
        this.rehearsals = rehearsals;
        this.quotas = quotas;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MessageVerifier) {
            return decorated(bean, this::verified);
        }
        if (bean instanceof ActiveContracts) {
            return decorated(bean, this::contracts);
        }
        if (bean instanceof Quotas) {
            return decorated(bean, this::counting);
        }
        // Only endpoints implement an interface of the published services.
        return AnnotationUtils.findAnnotation(bean.getClass(), WebService.class) == null
                ? bean
                : decorated(bean, this::work);
    }

    private static Object decorated(Object part, MethodInterceptor by) {
        ProxyFactory factory = new ProxyFactory(part);
        factory.addAdvice(by);
        return factory.getProxy(part.getClass().getClassLoader());
    }

    private @Nullable Object verified(MethodInvocation call) throws Throwable {
        Object verified = call.proceed();
        if (isOf(call, "verify")) {
            met(Place.REVOCATION).ifPresent(error -> {
                throw ExchangeException.of(error);
            });
        }
        return verified;
    }

    private @Nullable Object contracts(MethodInvocation call) throws Throwable {
        Object given = call.proceed();
        return given instanceof ContractSet set && CurrentClient.get().isPresent()
                ? decorated(set, this::admission)
                : given;
    }

    private @Nullable Object admission(MethodInvocation call) throws Throwable {
        if (isOf(call, "admit")) {
            met(Place.ADMISSION).ifPresent(error -> {
                throw ExchangeException.of(error);
            });
        }
        return call.proceed();
    }

    private @Nullable Object counting(MethodInvocation call) throws Throwable {
        Optional<Place> place = isOf(call, "takeMessage")
                ? Optional.of(Place.MESSAGES)
                : isOf(call, "tellAbout") ? Optional.of(Place.STUDENTS) : Optional.empty();
        place.flatMap(this::met).ifPresent(error -> {
            throw quotas.getObject().of(error, (GrantId) call.getArguments()[0]);
        });
        return call.proceed();
    }

    /** What the register does for an operation may look at contracts and messages, too: nothing is rehearsed in there. */
    private @Nullable Object work(MethodInvocation call) throws Throwable {
        met(Place.WORK).ifPresent(error -> {
            throw switch (error) {
                case DATABASE -> new TransientDataAccessResourceException("rehearsed in the sandbox");
                case INTERNAL -> new IllegalStateException("rehearsed in the sandbox");
                default -> ExchangeException.of(error);
            };
        });
        Optional<XRoadId> client = CurrentClient.replace(Optional.empty());
        try {
            return call.proceed();
        } finally {
            CurrentClient.replace(client);
        }
    }

    private static boolean isOf(MethodInvocation call, String name) {
        return call.getMethod().getName().equals(name);
    }

    private Optional<ExchangeError> met(Place place) {
        return CurrentClient.get().flatMap(client -> rehearsals.getObject().take(client, place));
    }
}
