package lt.mokiniai.register.history;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What facts say, beside whom they are about and when: the values of all their columns. It is read from their fields, so that
 * no column can be forgotten; a fact that differs in one that is not looked at would be taken for one that is recorded.
 */
final class FactContent {

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> kind) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> type = kind; type != Fact.class; type = type.getSuperclass()) {
                Stream.of(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .filter(field -> !Recorded.class.isAssignableFrom(field.getType()))
                        .forEach(fields::add);
            }
            fields.forEach(field -> field.setAccessible(true));
            return List.copyOf(fields);
        }
    };

    private FactContent() {}

    /** Gives the values, in an order that is the same for all facts of a kind. */
    static List<@Nullable Object> of(Fact fact) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : FIELDS.get(fact.getClass())) {
            values.add(value(field, fact));
        }
        return values;
    }

    private static @Nullable Object value(Field field, Fact fact) {
        try {
            return comparable(field.get(fact));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a field that was made accessible is read", e);
        }
    }

    /** A part is its values; one that has none is kept as one that is not there. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (!(value instanceof Record part)) {
            return value;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            values.add(comparable(value(component, part)));
        }
        return values.stream().allMatch(Objects::isNull) ? null : values;
    }

    private static @Nullable Object value(RecordComponent component, Record part) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of a record is read", e);
        }
    }
}
