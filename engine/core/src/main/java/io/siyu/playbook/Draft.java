package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Ground.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One YAML file of a playbook while it is read.
 *
 * @param house what it is judged against
 * @param places finds characters of its texts
 * @param faults collects what is wrong with it
 */
record Draft(String file, House house, Places places, Faults faults) {

    /** The file's content, if it is YAML at all. */
    static Optional<YamlNode> root(Written file, Faults faults) {
        return Yaml.read(file.path(), file.content().array(), faults);
    }

    static Draft of(Written file, House house, Faults faults) {
        String text = new String(file.content().array(), StandardCharsets.UTF_8);
        return new Draft(file.path(), house, new Places(file.path(), text), faults);
    }

    /** The dotted names of all event types. */
    List<String> eventTypes() {
        return house.catalogue().types().stream().map(Object::toString).toList();
    }

    /** A fault at a character of a scalar. */
    void fault(YamlNode.Text scalar, int offset, String code, String message) {
        faults.add(places.fault(scalar, offset, code, message));
    }

    /** The place of a scalar's first own character, inside quotes and block markers. */
    Diagnostic start(YamlNode.Text scalar) {
        return places.fault(scalar, 0, "", "");
    }
}
