/** What happened, by the server's keys: effects of an act at a station, instructions, and the entries of a life. */
export const effect = {
  zh: {
    started: "已开始。",
    receipt: {
      started: "{{advice}} 开始卸货，门已打开。",
      scanned: "托盘已按扫码收货（{{advice}}）。",
      done: "{{advice}} 已登记，差异 {{differences}} 项。",
    },
    pick: {
      done: "已登记拣取 {{quantity}} 件，库存已扣减。",
      shortRefilled: "已登记 {{quantity}} 件，差异 {{difference}} 件已入账，缺少部分已从其他库存补分配。",
      shortWaiting: "已登记 {{quantity}} 件，差异 {{difference}} 件已入账，缺少部分等待到货。",
      unitConfirmed: "{{position}} 上的托盘 {{unit}} 已确认。",
    },
    pack: { done: "包裹 {{parcel}} 已封箱并生成标签，放在 {{place}}。" },
    load: {
      started: "{{dock}} 的门已打开，可以装包裹 {{parcel}}。",
      done: "包裹 {{parcel}} 已离开，库存已转给客户。",
      released: "{{dock}} 已解除保留。",
    },
  },
  en: {
    started: "Started.",
    receipt: {
      started: "Unloading {{advice}} has begun; the door opens.",
      scanned: "The pallet is received by scan ({{advice}}).",
      done: "{{advice}} is recorded, {{differences}} differences.",
    },
    pick: {
      done: "{{quantity}} picked and taken from stock.",
      shortRefilled: "{{quantity}} picked; {{difference}} booked as difference and replaced from other stock.",
      shortWaiting: "{{quantity}} picked; {{difference}} booked as difference; the rest waits for stock.",
      unitConfirmed: "Pallet {{unit}} at {{position}} is confirmed.",
    },
    pack: { done: "Parcel {{parcel}} is closed and labelled; it stands at {{place}}." },
    load: {
      started: "The door at {{dock}} is open for parcel {{parcel}}.",
      done: "Parcel {{parcel}} has left; its goods are the customer's.",
      released: "{{dock}} is released.",
    },
  },
};

export const job = {
  zh: {
    pick: {
      held: "{{position}} 上的托盘不对，请等主管核对",
      scanUnit: "确认 {{position}} 上的托盘",
      take: "从 {{position}} 取 {{quantity}} 件",
    },
    pack: { close: "打包订单 {{order}} 并贴标签" },
    load: { start: "打开 {{dock}} 的门，开始装车", carry: "将包裹经 {{dock}} 装上车" },
  },
  en: {
    pick: {
      held: "Wrong pallet at {{position}}; a supervisor has to look",
      scanUnit: "Check the pallet at {{position}}",
      take: "Take {{quantity}} from {{position}}",
    },
    pack: { close: "Pack order {{order}} and put the label on" },
    load: { start: "Open the door at {{dock}} and start loading", carry: "Carry the parcel through {{dock}} onto the truck" },
  },
};

export const sighting = {
  zh: { seen: "读到标签", repeated: "再次读到标签", unknown: "读到未知标签" },
  en: { seen: "Tag seen", repeated: "Tag seen again", unknown: "Unknown tag seen" },
};

export const load = {
  zh: { left: "货单相符，车已发出", "closed-by-hand": "货单不符，人工放行", "left-behind": "放行时缺少此件" },
  en: { left: "Truck left, goods equal papers", "closed-by-hand": "Truck let go incomplete", "left-behind": "Missing when the truck was let go" },
};

export const ledger = {
  zh: {
    receipt: "收货入账",
    damage: "转为破损",
    pick: "拣货出账",
    "short-pick": "短拣差异入账",
    pack: "装入包裹",
    ship: "发货出账",
    emptied: "托盘已空",
    import: "期初导入",
  },
  en: {
    receipt: "Received into stock",
    damage: "Booked as damaged",
    pick: "Picked from stock",
    "short-pick": "Count difference booked",
    pack: "Packed",
    ship: "Shipped out of stock",
    emptied: "Pallet emptied",
    import: "Opening stock",
  },
};

export const move = {
  zh: {
    receipt: "放在收货口",
    "picked-up": "由车辆取走",
    delivered: "由车辆送达",
    "transport-cancelled": "运输取消，移动作废",
    "transport-failed": "运输失败，移动作废",
    pick: "开始装包裹",
    pack: "放在打包位",
    ship: "离开仓库",
    emptied: "空托盘移走",
    damage: "破损移动",
  },
  en: {
    receipt: "Set down at the dock",
    "picked-up": "Taken by a vehicle",
    delivered: "Set down by a vehicle",
    "transport-cancelled": "Move given up, transport cancelled",
    "transport-failed": "Move given up, transport failed",
    pick: "Parcel begun",
    pack: "Set down at pack-out",
    ship: "Left the warehouse",
    emptied: "Empty pallet removed",
    damage: "Moved as damaged",
  },
};

export const slot = {
  zh: { chosen: "选定货位", refused: "没有合适的货位" },
  en: { chosen: "Slot chosen", refused: "No slot found" },
};

export const pick = {
  zh: { planned: "计划拣取", open: "待拣取", waiting: "待拣取", done: "已拣取", short: "短拣", cancelled: "拣取取消" },
  en: {
    planned: "Pick planned",
    open: "Pick open",
    waiting: "Pick open",
    done: "Picked",
    short: "Picked short",
    cancelled: "Pick cancelled",
  },
};

export const task = {
  zh: { unload: "卸货完成", pick: "拣货完成", pack: "打包完成", load: "装车完成" },
  en: { unload: "Unloading done", pick: "Picking done", pack: "Packing done", load: "Loading done" },
};

export const milestone = {
  zh: {
    applied: "里程碑：申购",
    entered: "里程碑：下单",
    confirmed: "里程碑：确认",
    picked: "里程碑：配货",
    shipped: "里程碑：发货",
    in_transit: "里程碑：在途",
    arrived: "里程碑：到货",
    signed: "里程碑：签单",
    filed: "里程碑：回单归档",
  },
  en: {
    applied: "Milestone: applied",
    entered: "Milestone: entered",
    confirmed: "Milestone: confirmed",
    picked: "Milestone: picked",
    shipped: "Milestone: shipped",
    in_transit: "Milestone: in transit",
    arrived: "Milestone: arrived",
    signed: "Milestone: signed",
    filed: "Milestone: filed",
  },
};

export const label = { zh: { made: "生成标签", overwritten: "标签已被改写，不再属于此件" }, en: { made: "Label made", overwritten: "Tag overwritten; it names this unit no more" } };

export const exception = {
  zh: {
    "unknown-tag": "异常：未知标签",
    "not-advised": "异常：未通知的托盘",
    "advice-closed": "异常：到货通知已关闭",
    "already-received": "异常：重复收货",
    "wrong-dock": "异常：收货口不对",
    "wrong-direction": "异常：方向不对",
    "receipt-difference": "异常：收货差异",
    "no-free-slot": "异常：没有空闲货位",
    "transport-failed": "异常：运输失败",
    "wrong-unit": "异常：托盘不对",
    "count-needed": "异常：需要盘点",
    "shipment-mismatch": "异常：装车不符",
    "truck-full": "异常：车已装满",
    "weight-accepted": "重量不符，人工核对后接受",
  },
  en: {
    "unknown-tag": "Exception: unknown tag",
    "not-advised": "Exception: not advised",
    "advice-closed": "Exception: advice closed",
    "already-received": "Exception: received already",
    "wrong-dock": "Exception: wrong dock",
    "wrong-direction": "Exception: wrong direction",
    "receipt-difference": "Exception: receipt differs",
    "no-free-slot": "Exception: no free slot",
    "transport-failed": "Exception: transport failed",
    "wrong-unit": "Exception: wrong pallet",
    "count-needed": "Exception: count needed",
    "shipment-mismatch": "Exception: shipment mismatch",
    "truck-full": "Exception: truck full",
    "weight-accepted": "Weight differed; checked and taken by hand",
  },
};

/** Values of facts that are words and not names or figures. */
export const value = {
  zh: {
    in: "进",
    out: "出",
    none: "无",
    unknown: "未知",
    nearestFree: "最近的空位",
    heaviestLow: "重货放低位",
    ownerZone: "货主专区",
    noFreeSlot: "没有空位",
    putAway: "入库",
    retrieve: "出库到拣选位",
    putBack: "退回库位",
    staging: "备货",
    ship: "发货",
    pick: "拣选",
    stage: "送发货口",
    ambient: "常温",
    empty: "已空",
    damaged: "破损",
    countedLess: "清点数量少",
    unitMissing: "托盘不在",
    wrongItem: "商品不对",
    warning: "警告",
    urgent: "紧急",
    critical: "严重",
    fatal: "致命",
    packing: "包装较重或较轻",
    itemWeight: "主数据重量有误",
    goodsVary: "货物重量有波动",
    scaleDoubtful: "秤不准，已清点",
    other: "其他",
  },
  en: {
    in: "in",
    out: "out",
    none: "none",
    unknown: "unknown",
    nearestFree: "nearest free",
    heaviestLow: "heaviest low",
    ownerZone: "owner's zone",
    noFreeSlot: "no free slot",
    putAway: "put-away",
    retrieve: "to the picker",
    putBack: "back to storage",
    staging: "staging",
    ship: "shipping",
    pick: "picking",
    stage: "to the shipping dock",
    ambient: "ambient",
    empty: "empty",
    damaged: "damaged",
    countedLess: "counted less",
    unitMissing: "pallet missing",
    wrongItem: "wrong item",
    warning: "warning",
    urgent: "urgent",
    critical: "critical",
    fatal: "fatal",
    packing: "packing",
    itemWeight: "weight in the master data is wrong",
    goodsVary: "goods vary in weight",
    scaleDoubtful: "scale doubtful, counted",
    other: "other",
  },
};
