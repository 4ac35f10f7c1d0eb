package io.siyu.playbook;

/** What is wrong with one written value, under a fault code of its own. */
final class WrongValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    WrongValue(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The code of a fault any reader of values threw. */
    static String codeOf(RuntimeException wrong) {
        return wrong instanceof WrongValue value ? value.code : "yaml.value";
    }
}
