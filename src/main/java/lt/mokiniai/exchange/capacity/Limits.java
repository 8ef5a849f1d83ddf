package lt.mokiniai.exchange.capacity;

/**
 * How many may be at work at once, and how many may wait.
 *
 * @param all at work in all
 * @param singles of them, exchanges about one student; fewer than all, so that a list always comes to its turn
 * @param lists of them, lists; fewer than all, so that a single read never waits for lists alone
 * @param ofParty of one party at work
 * @param listsOfParty lists of one party at work
 * @param waiting waiting in all
 * @param waitingOfParty of one party waiting
 */
record Limits(int all, int singles, int lists, int ofParty, int listsOfParty, int waiting, int waitingOfParty) {

    int of(Kind kind) {
        return kind == Kind.LIST ? lists : singles;
    }

    int ofParty(Kind kind) {
        return kind == Kind.LIST ? listsOfParty : ofParty;
    }

    /** Gives the places of exchanges, two or more: neither one party nor one kind can have all of them. */
    static Limits ofExchanges(int places, CapacityProperties properties) {
        int lists = part(places, properties.lists());
        return new Limits(
                places,
                places - 1,
                lists,
                part(places, properties.ofParty()),
                part(lists, properties.ofParty()),
                properties.waiting(),
                part(properties.waiting(), properties.ofParty()));
    }

    /** Gives the places of rows of refused messages; each takes one statement, so their kind does not matter. */
    static Limits ofRows(int places, CapacityProperties properties) {
        return new Limits(
                places,
                places,
                places,
                places,
                places,
                properties.waiting(),
                part(properties.waiting(), properties.ofParty()));
    }

    /** A share, rounded: one at the least, and not all where there are several. */
    private static int part(int of, double share) {
        return (int) Math.max(1, Math.min(of - 1, Math.round(of * share)));
    }
}
