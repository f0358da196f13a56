import type { components } from "./schema";

/** What the server sends, by the words the screens use. Generated from the server's description of itself. */
type Schemas = components["schemas"];

export type Page<T> = { items: T[]; total: number; page: number; size: number };
export type Facts = Record<string, unknown>;

export type Role = Schemas["Role"];
export type Language = Schemas["Language"];
export type Session = Schemas["Session"];
export type User = Schemas["UserRow"];

export type Floor = Schemas["Floor"];
export type FloorNode = Schemas["FloorNode"];
export type FloorFrame = Schemas["FloorFrame"];
export type UnitPlace = Schemas["UnitPlace"];
export type VehicleState = Schemas["VehicleState"];
export type VehicleLive = Schemas["VehicleLive"];
export type VehicleRow = Schemas["VehicleRow"];
export type VehicleAbilities = Schemas["VehicleAbilities"];
export type VehicleServices = Schemas["VehicleServices"];
export type WaitsFor = Schemas["WaitsFor"];
export type ClosedPlace = Schemas["ClosedPlace"];
export type Zone = Schemas["ZoneRow"];
export type VehicleOrder = Schemas["VehicleOrder"];
export type VehicleOrderStep = Schemas["VehicleOrderStep"];
export type VehicleRecovery = Schemas["VehicleRecovery"];
export type RecoveryAboard = Schemas["RecoveryAboard"];
export type RecoveryFate = Schemas["RecoveryFate"];
export type RecoveryWanted = Schemas["RecoveryWanted"];
export type VehicleMessage = Schemas["VehicleMessage"];
export type VehicleHistory = Schemas["VehicleHistory"];
export type VehicleActivity = Schemas["VehicleActivity"];
export type Transport = Schemas["Transport"];
export type TransportClose = Schemas["Close"];
export type TransportFound = TransportClose["found"];
export type TransportTerms = Schemas["Terms"];
export type Device = Schemas["Device"];
export type DeviceKind = Schemas["DeviceKind"];
export type Signal = Schemas["DeviceSignal"];
export type DeviceDetails = Schemas["DeviceDetails"];
export type DeviceTest = Schemas["DeviceTest"];
export type DeviceEntry = Schemas["DeviceEntry"];
export type DriverForm = Schemas["DriverForm"];
export type DriverSetting = Schemas["DriverSetting"];
export type Pass = Schemas["Pass"];
export type PassRow = Schemas["PassRow"];
export type LoadRow = Schemas["LoadRow"];
export type Load = Schemas["Load"];
export type ReadCycle = Schemas["ReadCycle"];
export type CycleReport = Schemas["CycleReport"];
export type CycleTrigger = Schemas["CycleTrigger"];
export type PassReason = Schemas["PassReason"];
export type WeightReason = Schemas["WeightReason"];
export type Telegram = Schemas["Telegram"];

export type Alarm = Schemas["Alarm"];
export type Priority = Schemas["AlarmPriority"];
export type WarehouseException = Schemas["WarehouseException"];

export type Item = Schemas["Item"];
export type Party = Schemas["Party"];
export type ItemStock = Schemas["StockByItem"];
export type LocationStock = Schemas["StockByLocation"];

export type Milestone = Schemas["MilestoneName"];
export type OrderStatus = Schemas["OrderStatus"];
export type OrderRow = Schemas["OrderRow"];
export type Order = Schemas["Order"];
export type OrderLine = Schemas["OrderLine"];
export type OrderMilestone = Schemas["OrderMilestone"];
export type NewOrder = Schemas["NewOrder"];

export type AdviceRow = Schemas["AdviceRow"];
export type AdviceState = Schemas["AdviceState"];
export type Advice = Schemas["Advice"];
export type NewAdvice = Schemas["NewAdvice"];

export type Station = Schemas["Station"];
export type Job = Schemas["Job"];
export type JobKind = Schemas["JobKind"];
export type StationScan = Schemas["StationScan"];
export type StationWeight = Schemas["StationWeight"];
export type StationEquipment = Schemas["StationEquipment"];
export type PrintJob = Schemas["PrintJob"];
export type JobSummary = Schemas["JobSummary"];
export type JobEffect = Schemas["JobEffect"];

export type Trace = Schemas["Trace"];
export type TraceEntry = Schemas["TraceEntry"];
export type TraceKind = Schemas["TraceKind"];

export type Summary = Schemas["SystemSummary"];
export type FaultKind = Schemas["FaultKind"];
export type Simulation = Schemas["Simulation"];
