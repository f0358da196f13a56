/** What the question mark says on each screen. */
export const texts = {
  zh: {
    general: "灰色表示正常。颜色表示需要有人处理，并且总是带有形状或字母。带斜线的数值已过期或未知。",
    floor: "地图显示货位、工作站、充电位和车辆。点选车辆可看到载荷、电量、已放行与计划的路径，以及它在等谁。用方向键逐辆选择，或切换到表格。",
    station: "先选择您所在的工作站。屏幕一次只给一条指令：扫码或按大按钮确认。现实与指令不符时，按左下角的“异常”。只有服务器确认后才显示完成。",
    orders: "订单依次经过九个里程碑。缺货订单会说明可用数量以及被谁占用。",
    inbound: "每份到货通知列出预期的托盘。门口读取到的托盘会逐个打勾。",
    loads: "车发出之前货单必须相符。读取门看到的逐件勾选；缺少或多出时不能发车，除非主管写明原因放行。",
    stock: "库存按物料或按货位显示。可用 = 现存 − 预留。",
    transports: "每一次搬运及其状态。等待中的运输会说明原因。",
    fleet: "所有车辆的状态、电量、任务和数据时间。暂停不是急停。",
    devices: "设备健康按 NAMUR NE 107 显示：F 故障，C 功能检查，S 超出规格，M 需要维护。",
    alarms: "确认表示您已看到并负责处理。报警只会由现场恢复正常而消除。",
    exceptions: "系统无法自行处理的情况：未知标签、未通知的托盘、导入错误等。",
    trace: "输入 SSCC 或订单号，查看从第一次读取到最后一次的全部记录。",
    system: "运行概况，以及系统持续检查的不变量。",
    users: "新建用户、分配角色、停用账户。",
    sim: "在仿真环境中注入故障，观察系统如何报告和恢复。",
  },
  en: {
    general:
      "Grey is normal. Colour means that someone should act, and always comes with a shape or a letter. Hatched values are old or unknown.",
    floor:
      "The map shows slots, stations, chargers and vehicles. Select a vehicle to see its load, battery, released and planned path, and whom it waits for. Arrow keys step through the vehicles; the table shows the same.",
    station:
      "First choose the station you stand at. The screen gives one instruction at a time: scan, or press the large button. If reality differs, press Exception at the bottom left. Done is shown only after the server has confirmed it.",
    orders: "An order walks nine milestones. A short order says what is free and who holds the rest.",
    inbound: "Each dispatch advice lists the pallets to expect. Pallets read at the door are ticked one by one.",
    loads:
      "Goods must equal papers before the truck leaves. What the portal sees is ticked; with something missing or too much it may not leave, unless a supervisor lets it go with a reason.",
    stock: "Stock by item or by place. Free = on hand − reserved.",
    transports: "Every transport and its state. One that waits says why.",
    fleet: "State, battery, work and data age of all vehicles. Pause is not an emergency stop.",
    devices:
      "Device health by NAMUR NE 107: F failure, C function check, S out of specification, M maintenance required.",
    alarms: "Acknowledging says that you have seen it and take care. Only the floor itself clears an alarm.",
    exceptions: "What the system could not settle itself: unknown tags, pallets not advised, import errors.",
    trace: "Enter an SSCC or an order number to see everything from the first read to the last.",
    system: "How the warehouse runs, and the invariants that are checked all the time.",
    users: "Create users, give roles, close accounts.",
    sim: "Put faults into the simulated floor and watch how they are reported and overcome.",
  },
};
