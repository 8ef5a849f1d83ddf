package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.Asking.institution;

import java.util.List;
import lt.mokiniai.register.model.ClassList.Entry;
import lt.mokiniai.wsdl.enrolments.ClassEntry;
import lt.mokiniai.wsdl.enrolments.ClassLeaver;
import lt.mokiniai.wsdl.enrolments.ProgrammeChange;
import lt.mokiniai.wsdl.enrolments.PromoteClass;
import lt.mokiniai.wsdl.enrolments.StageContent;

/** The message that takes a class into the next year. Every warning is overruled. */
final class ClassRequest {

    private static final String OF_NOBODY = "R999999999999999";

    private static final List<String> WARNINGS = List.of("MR-601", "MR-602", "MR-603", "MR-604", "MR-605");

    private ClassRequest() {}

    static PromoteClass of(ClassList list, Compared register, boolean isPreview) {
        PromoteClass request = new PromoteClass();
        request.setBatchId(list.batchId());
        request.setPreview(isPreview ? true : null);
        request.setInstitution(institution(list.school()));
        request.setFrom(list.from());
        request.setStage(stage(list.all()));
        request.getOverrule().addAll(WARNINGS);
        list.entries().forEach(entry -> request.getEntry().add(entry(entry, register)));
        return request;
    }

    private static ClassEntry entry(Entry entry, Compared register) {
        ClassEntry told = new ClassEntry();
        told.setEnrolmentId(entry.study() == null ? OF_NOBODY : register.identifiers.get(entry.study()));
        switch (entry.kind()) {
            case PROMOTED -> told.setPromoted(stage(entry.told()));
            case REPEATS -> told.setRepeats(stage(entry.told()));
            case LEAVES -> {
                ClassLeaver leaver = new ClassLeaver();
                leaver.setEnrolledTo(entry.last());
                leaver.setReason(WritingModel.GOOD_LEAVING);
                told.setLeaves(leaver);
            }
            case CHANGES -> {
                ProgrammeChange change = new ProgrammeChange();
                change.setProgramme(entry.programme().code());
                change.setReason(WritingModel.GOOD_LEAVING);
                change.setStage(stage(entry.told()));
                told.setChangesProgramme(change);
            }
        }
        return told;
    }

    private static StageContent stage(Told told) {
        StageContent stage = new StageContent();
        stage.setClassLevel(told.level());
        stage.setLanguage(told.language());
        return stage;
    }
}
