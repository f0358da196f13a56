package dev.aisle.wms.masterdata;

/**
 * Why a row was not taken.
 *
 * @param line in the file, the header being line 1
 * @param field the column; empty when the whole row or file is meant
 * @param reason short code that screens translate, such as {@code not-a-whole-number}
 * @param value what stands there, shortened
 */
public record ImportFault(
    ImportKind kind, String source, long line, String field, String reason, String value) {}
