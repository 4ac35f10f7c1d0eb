package io.siyu.web.campaign;

import java.util.List;

/**
 * One step of the campaign, those inside others right behind them.
 *
 * @param pointer its place in the file
 * @param depth how many steps it lies in
 * @param way which way inside that step leads to it: {@code then}, {@code otherwise}, the number of a path; else empty
 * @param verb {@code send}, {@code coupon}, {@code wait} …; {@code other} for what this form does not know
 * @param day of a cadence; empty in others
 * @param source its YAML, for what no field shows; empty when the fields say it all
 */
record FormPart(
        String pointer,
        int depth,
        String way,
        String verb,
        String id,
        String day,
        boolean community,
        List<FormField> fields,
        String source) {
    FormPart {
        fields = List.copyOf(fields);
    }

    /** Its name as an anchor of the page. */
    public String anchor() {
        return anchor(pointer);
    }

    static String anchor(String pointer) {
        return "part" + pointer.replace('/', '-');
    }

    /** Whether another path can be added to it. */
    public boolean isForked() {
        return verb.equals("branch") || verb.equals("split");
    }
}
