package io.siyu.event;

import java.util.Locale;

/** The type of a catalogued field, and the Java type its value has in {@link Values}. */
public enum FieldType {
    /** {@link String}. */
    TEXT,
    /** {@link Long}. */
    INTEGER,
    /** {@link java.math.BigDecimal}, exact. */
    DECIMAL,
    /** {@link Long}, minor units of the house currency; a JSON number or decimal string in units. */
    MONEY,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.time.Instant}; RFC 3339 text in JSON. */
    INSTANT,
    /** Always personal: the geohash of five characters as {@link String}; in JSON {@code "31.2304,121.4737"}. */
    POSITION,
    /** {@link java.time.LocalDate}; ISO 8601 text in JSON. */
    DATE,
    /** {@code List<String>}. */
    TEXTS,
    /** {@code List<Values>}, each described by the field's own {@link Field#fields()}. */
    ITEMS;

    /** The word used in {@code catalogue.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
