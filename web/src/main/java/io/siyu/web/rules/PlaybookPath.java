package io.siyu.web.rules;

import io.siyu.campaign.PlaybookId;
import java.util.Map;
import java.util.regex.Pattern;

/** Where files lie in a playbook, and the address at which each is edited. */
final class PlaybookPath {

    private static final String NAME = PlaybookId.FORM;
    private static final Pattern WRITABLE = Pattern.compile("rules/" + NAME + "\\.(?:drl|csv|dslr|dsl)"
            + "|(?:rules|campaigns|templates)/" + NAME + "\\.scenario\\.yaml"
            + "|lists/" + NAME + "\\.csv"
            + "|(?:campaigns|templates|scenarios|audiences)/" + NAME + "\\.yaml"
            + "|(?:settings|catalogue|promises)\\.yaml|stores\\.csv");
    private static final String FILES = "/rules/-/files/";

    private PlaybookPath() {}

    /** Whether a new file may be written here: in a folder of the playbook, under a name of small letters, digits and hyphens. */
    static boolean isWritable(String path) {
        return WRITABLE.matcher(path).matches();
    }

    /** The path an address names: a file of DRL by its name, any other file by all of it. */
    static String of(Map<String, String> address) {
        String name = address.get("name");
        return name != null
                ? RuleFile.path(name)
                : address.getOrDefault("path", "").replaceFirst("^/", "");
    }

    /** Where the file is edited. */
    static String address(String path) {
        if (path.startsWith(RuleFile.FOLDER) && path.endsWith(RuleFile.ENDING)) {
            String name = path.substring(RuleFile.FOLDER.length(), path.length() - RuleFile.ENDING.length());
            return RuleFile.isName(name) ? "/rules/" + name : FILES + path;
        }
        return FILES + path;
    }
}
