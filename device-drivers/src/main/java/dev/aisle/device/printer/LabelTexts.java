package dev.aisle.device.printer;

/** The words on labels, in Chinese and English. */
public enum LabelTexts {
  ZH("发货方", "收货方", "系列货运包装箱代码", "商品", "数量", "批号", "有效期", "库位", "承运商"),
  EN("From", "To", "SSCC", "Item", "Count", "Lot", "Use by", "Location", "Carrier");

  private final String from;
  private final String to;
  private final String sscc;
  private final String item;
  private final String count;
  private final String lot;
  private final String useBy;
  private final String location;
  private final String carrier;

  LabelTexts(
      String from,
      String to,
      String sscc,
      String item,
      String count,
      String lot,
      String useBy,
      String location,
      String carrier) {
    this.from = from;
    this.to = to;
    this.sscc = sscc;
    this.item = item;
    this.count = count;
    this.lot = lot;
    this.useBy = useBy;
    this.location = location;
    this.carrier = carrier;
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  public String sscc() {
    return sscc;
  }

  public String item() {
    return item;
  }

  public String count() {
    return count;
  }

  public String lot() {
    return lot;
  }

  public String useBy() {
    return useBy;
  }

  public String location() {
    return location;
  }

  public String carrier() {
    return carrier;
  }
}
