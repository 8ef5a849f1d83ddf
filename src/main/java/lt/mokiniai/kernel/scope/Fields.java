package lt.mokiniai.kernel.scope;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of one operation's answer that may be shown: a tree of element names below the answer's element.
 * A path is names joined by slashes, {@code student/identity/personalCode}. What the tree does not hold is not shown.
 */
public final class Fields {

    /** Nothing may be shown. */
    public static final Fields NONE = new Fields(Map.of());

    private final Map<String, Fields> children;

    private Fields(Map<String, Fields> children) {
        this.children = children;
    }

    /** Gives the tree that holds these paths and the elements that lead to them. */
    public static Fields of(Collection<String> paths) {
        Node root = new Node();
        for (String path : paths) {
            Node node = root;
            for (String name : path.split("/")) {
                node = node.computeIfAbsent(name, absent -> new Node());
            }
        }
        return root.frozen();
    }

    /** Gives what may be shown within a child element; empty when the child itself may not be shown. */
    public Optional<Fields> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    /** Gives what may be shown below a path; {@link #NONE} when the path may not be shown. */
    public Fields within(String path) {
        Fields fields = this;
        for (String name : path.split("/")) {
            fields = fields.children.getOrDefault(name, NONE);
        }
        return fields;
    }

    /** Tells whether the element at the path may be shown. */
    public boolean allows(String path) {
        int slash = path.lastIndexOf('/');
        Fields parent = slash < 0 ? this : within(path.substring(0, slash));
        return parent.children.containsKey(path.substring(slash + 1));
    }

    /** Gives the tree without the elements at some paths. */
    public Fields without(Collection<String> paths) {
        return paths.isEmpty() ? this : without("", Set.copyOf(paths));
    }

    private Fields without(String prefix, Set<String> paths) {
        Map<String, Fields> kept = new LinkedHashMap<>();
        children.forEach((name, child) -> {
            String path = prefix + name;
            if (!paths.contains(path)) {
                kept.put(name, child.without(path + "/", paths));
            }
        });
        return kept.isEmpty() ? NONE : new Fields(Map.copyOf(kept));
    }

    @Override
    public String toString() {
        return children.toString();
    }

    /** A tree while it is built. */
    private static final class Node extends LinkedHashMap<String, Node> {
        Fields frozen() {
            Map<String, Fields> frozen = new LinkedHashMap<>();
            forEach((name, node) -> frozen.put(name, node.frozen()));
            return frozen.isEmpty() ? NONE : new Fields(Map.copyOf(frozen));
        }
    }
}
