package dev.aisle.wms.masterdata;

/**
 * How much of the data set to take. Items and parties always come whole.
 *
 * @param assortment the items ordered most that advices and orders are limited to
 * @param advices dispatch advices at most
 * @param palletsPerAdvice pallets at most in one advice
 * @param orders orders at most
 */
public record FoodMartScope(int assortment, int advices, int palletsPerAdvice, int orders) {
  public FoodMartScope {
    if (assortment < 1 || advices < 0 || palletsPerAdvice < 1 || orders < 0) {
      throw new IllegalArgumentException("a scope counts from one up");
    }
  }

  public static FoodMartScope everything() {
    return new FoodMartScope(Integer.MAX_VALUE, Integer.MAX_VALUE, 10, Integer.MAX_VALUE);
  }
}
