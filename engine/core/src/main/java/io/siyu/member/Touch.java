package io.siyu.member;

import java.time.Instant;

/** A touchpoint a member was met at: source (own online, store, staff, code scan …), store and staff if known. */
public record Touch(Instant at, String source, String store, String staff) {}
