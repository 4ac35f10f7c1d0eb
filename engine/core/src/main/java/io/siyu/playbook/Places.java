package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;

/** Where in a YAML file a character of a scalar stands, whatever way the scalar was quoted, folded or indented. */
final class Places {

    private final String file;
    private final String raw;

    Places(String file, String raw) {
        this.file = file;
        this.raw = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
    }

    /** A fault at the character of the scalar's text at {@code offset}. */
    Diagnostic fault(YamlNode.Text scalar, int offset, String code, String message) {
        int at = position(scalar, offset);
        int start = lineStart(at);
        return new Diagnostic(file, lines(0, start) + 1, raw.codePointCount(start, at) + 1, code, message);
    }

    /** Follows the text through its raw form; raw characters that are only layout or quoting are passed over. */
    private int position(YamlNode.Text scalar, int offset) {
        int at = start(scalar);
        String text = scalar.text();
        for (int i = 0; i < offset && i < text.length(); i++) {
            int next = skipLayout(at, text.charAt(i));
            at = next < raw.length() && raw.charAt(next) == text.charAt(i) ? next + 1 : at;
        }
        return offset < text.length() ? Math.min(skipLayout(at, text.charAt(offset)), raw.length()) : at;
    }

    private int skipLayout(int from, char wanted) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) != wanted && isLayout(raw.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLayout(char c) {
        return Character.isWhitespace(c) || c == '\\' || c == '"' || c == '\'';
    }

    private int start(YamlNode.Text scalar) {
        int line = 0;
        for (int i = 1; i < scalar.line(); i++) {
            line = nextLine(line);
        }
        int at = raw.offsetByCodePoints(line, Math.min(scalar.column() - 1, raw.codePointCount(line, raw.length())));
        boolean block = at < raw.length() && (raw.charAt(at) == '|' || raw.charAt(at) == '>') && scalar.quoted();
        return block ? nextLine(at) : at;
    }

    private int nextLine(int from) {
        int end = raw.indexOf('\n', from);
        return end < 0 ? raw.length() : end + 1;
    }

    private int lineStart(int at) {
        return raw.lastIndexOf('\n', at - 1) + 1;
    }

    private int lines(int from, int to) {
        return (int) raw.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
