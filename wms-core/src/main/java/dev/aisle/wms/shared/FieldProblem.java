package dev.aisle.wms.shared;

/**
 * What is wrong with one field.
 *
 * @param field such as {@code lines[1].quantity}, counted from 0
 * @param code short reason that screens translate, such as {@code unknown-item}
 * @param message the same in plain English
 */
public record FieldProblem(String field, String code, String message) {}
