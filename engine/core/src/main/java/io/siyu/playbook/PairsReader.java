package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Pairs;
import io.siyu.campaign.Pairs.Product;
import io.siyu.event.Money;
import io.siyu.message.Links;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code pairs.csv}: for each product bought the one to show, for each store the one that sells best; a row for {@code *} is for anybody else. */
final class PairsReader {
    private static final List<String> COLUMNS = List.of("product", "show", "name", "price", "link");
    private static final List<String> CHINESE = List.of("购买商品", "推荐商品", "名称", "价格", "链接");
    private static final List<Integer> LONGEST = List.of(128, 128, 200, 20, 500);
    private static final int MOST_ROWS = 100_000;
    private static final int PRICE = 3;
    private static final int LINK = 4;
    private static final String ANYBODY = "*";
    private static final String STORE = "store:";

    private final int digits;
    private final Faults faults;
    private final Map<String, Product> bySku = new TreeMap<>();
    private final Map<String, Product> byStore = new TreeMap<>();
    private @Nullable Product anybody;

    /** @param digits decimals of the house's currency */
    PairsReader(int digits, Faults faults) {
        this.digits = digits;
        this.faults = faults;
    }

    Pairs read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
        if (!header.equals(COLUMNS) && !header.equals(CHINESE)) {
            String first = String.join(",", COLUMNS);
            fault(1, 1, "pairs.header", "The first line names the columns.\nMaybe \"" + first + "\".");
            return Pairs.NONE;
        }
        if (lines.size() > MOST_ROWS) {
            String many = "There are more than " + MOST_ROWS + " lines.\nMaybe show fewer products.";
            fault(MOST_ROWS, 1, "pairs.too-many", many);
            return Pairs.NONE;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                row(i + 1, cells(lines.get(i)));
            }
        }
        return new Pairs(bySku, byStore, anybody);
    }

    private void row(int line, List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            fault(line, 1, "pairs.columns", "This line has " + cells.size() + " columns, not 5.\nMaybe quote a comma.");
            return;
        }
        if (!isWhole(cells, line) || !isPrice(cells.get(PRICE), line) || !isPage(cells.get(LINK), line)) {
            return;
        }
        String bought = cells.get(0);
        Product product = new Product(cells.get(1), cells.get(2), price(cells.get(PRICE)), cells.get(LINK));
        boolean forAnybody = bought.equals(ANYBODY);
        boolean again = forAnybody ? anybody != null : isThere(bought, product);
        if (again) {
            fault(line, 1, "pairs.twice", "\"" + bought + "\" is there already.\nMaybe delete one of the lines.");
        } else if (forAnybody) {
            anybody = product;
        }
    }

    private boolean isThere(String bought, Product product) {
        return bought.startsWith(STORE)
                ? byStore.putIfAbsent(bought.substring(STORE.length()).strip(), product) != null
                : bySku.putIfAbsent(bought, product) != null;
    }

    private boolean isWhole(List<String> cells, int line) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isBlank() || cells.get(i).length() > LONGEST.get(i)) {
                String wrong =
                        "\"" + COLUMNS.get(i) + "\" is empty or has more than " + LONGEST.get(i) + " characters.";
                fault(line, i + 1, "pairs.cell", wrong + "\nMaybe delete the line.");
                return false;
            }
        }
        return true;
    }

    private String price(String text) {
        return Money.format(Money.parse(text, digits), digits);
    }

    private boolean isPrice(String text, int line) {
        try {
            return !price(text).isEmpty();
        } catch (IllegalArgumentException wrong) {
            fault(line, PRICE + 1, "pairs.price", String.valueOf(wrong.getMessage()));
            return false;
        }
    }

    private boolean isPage(String text, int line) {
        if (!Links.isLink(text)) {
            String wrong = "This is neither the address of a page nor the path of one in a mini program.";
            fault(line, LINK + 1, "pairs.link", wrong + "\nMaybe \"https://www.example.com/p/1\".");
            return false;
        }
        return true;
    }

    private void fault(int line, int column, String code, String message) {
        faults.add(new Diagnostic(Layout.PAIRS, line, column, code, message));
    }

    /** The cells of one line; a quoted cell may have commas, and quotes written twice. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
