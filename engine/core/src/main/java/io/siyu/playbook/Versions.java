package io.siyu.playbook;

/** The version every playbook file begins with. */
final class Versions {

    private Versions() {}

    /** Reports a missing version or one this engine does not read. */
    static void check(Fields fields) {
        fields.requiredValue("version", Versions::known, 1);
    }

    private static int known(String text) {
        if (!text.equals("1")) {
            throw new WrongValue(
                    "yaml.version", "this engine reads version 1.\nMaybe \"version: 1\", or a newer engine.");
        }
        return 1;
    }
}
