package dev.aisle.wms.inventory;

import java.time.Instant;

/**
 * One side of a posting.
 *
 * @param quantity signed base units: positive into the account
 * @param postedAt when it was written; the occasion says when it happened
 */
public record LedgerLine(
    long id,
    PostingId posting,
    String idempotencyKey,
    Account account,
    StockKey key,
    long quantity,
    Occasion occasion,
    Instant postedAt) {}
