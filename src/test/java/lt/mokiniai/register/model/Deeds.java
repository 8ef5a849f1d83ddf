package lt.mokiniai.register.model;

import java.util.Optional;

/** All that somebody may do to a register, by chance. */
final class Deeds {

    private final EnrolmentActs enrolments;
    private final TransferActs transfers;
    private final PromotionActs promotions;
    private final MergeActs merges;
    private final RemovalActs removals;
    private final ClosingActs closings;
    private final RegistrationActs registrations;
    private final TaskActs decisions;
    private final TaskModel tasks;

    Deeds(Compared register) {
        RegisterModel model = register.model;
        TransferModel transferModel = new TransferModel(model);
        RemovalModel removalModel = new RemovalModel(model);
        MergeModel mergeModel = new MergeModel(model);
        ClosingModel closingModel = new ClosingModel(model);
        tasks = new TaskModel(model, transferModel, removalModel, mergeModel, closingModel);
        enrolments = new EnrolmentActs(register);
        transfers = new TransferActs(register, transferModel);
        promotions = new PromotionActs(register, new PromotionModel(model));
        merges = new MergeActs(register, mergeModel);
        removals = new RemovalActs(register, removalModel);
        closings = new ClosingActs(register, closingModel);
        registrations = new RegistrationActs(register);
        decisions = new TaskActs(register, tasks);
    }

    /** What somebody does. */
    enum Deed {
        REGISTER,
        ENROL,
        CHANGE,
        INTERRUPT,
        WITHDRAW,
        STRIKE,
        ASK,
        TAKE_BACK,
        PROMOTE,
        MERGE,
        SPLIT,
        RESTRICT,
        REMOVE,
        CLOSE,
        DECIDE,
        TIME
    }

    /** Gives a message; nothing where there is nothing to do so, and where it is none. */
    Optional<Act<?>> act(Deed deed, Chance chance) {
        return switch (deed) {
            case REGISTER -> registrations.register(chance);
            case ENROL -> Optional.of(enrolments.enrol(chance));
            case CHANGE -> enrolments.change(chance);
            case INTERRUPT -> enrolments.interrupt(chance);
            case WITHDRAW -> enrolments.withdraw(chance);
            case STRIKE -> enrolments.strike(chance);
            case ASK -> Optional.of(transfers.ask(chance));
            case TAKE_BACK -> transfers.takeBack(chance);
            case PROMOTE -> promotions.promote(chance);
            case MERGE -> Optional.of(merges.merge(chance));
            case SPLIT -> Optional.of(merges.split(chance));
            case REMOVE -> Optional.of(removals.ask(chance));
            case CLOSE -> Optional.of(closings.close(chance));
            case DECIDE -> decisions.decide(chance);
            case RESTRICT, TIME -> Optional.empty();
        };
    }

    /** Ends the terms of tasks. */
    TaskModel tasks() {
        return tasks;
    }
}
