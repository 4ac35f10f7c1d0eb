package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.MemberList;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Store;
import io.siyu.campaign.Unit;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a playbook writes down beside its rules: the units and stores, and lists of members. */
final class RegisterFiles {

    private RegisterFiles() {}

    /** The files of a playbook it reads. */
    static boolean reads(String path) {
        return path.equals(Layout.UNITS) || path.equals(Layout.STORES) || path.startsWith(Layout.LISTS);
    }

    /** The units, stores and lists in these files, by path. */
    static Registers read(Map<String, byte[]> files, Faults faults, Faults warnings) {
        Faults own = new Faults();
        byte[] written = files.get(Layout.UNITS);
        Map<String, Unit> units = written == null ? Map.of() : UnitsFile.read(Layout.UNITS, written, own);
        Map<String, Store> stores = new TreeMap<>();
        Map<String, MemberList> lists = new TreeMap<>();
        files.forEach((path, content) -> {
            if (path.equals(Layout.STORES)) {
                stores.putAll(StoresFile.read(path, content, units, own));
            } else if (path.startsWith(Layout.LISTS)) {
                lists.put(name(path, own), ListFile.read(path, content, own, warnings));
            }
        });
        own.sorted().forEach(faults::add);
        // why: a name that is missing for another fault is not told a second time
        return new Registers(own.isEmpty(), units, stores, lists);
    }

    private static String name(String path, Faults faults) {
        String name = path.substring(Layout.LISTS.length(), path.length() - ".csv".length());
        try {
            return WrittenValues.id(name);
        } catch (WrongValue wrong) {
            faults.add(new Diagnostic(
                    path, 0, 0, "list.name", "\"" + name + "\" cannot be the name of a list: " + wrong.getMessage()));
            return name;
        }
    }
}
