/** What the server sends. Times are ISO-8601 UTC, lengths millimetres or metres as named. */

export type Role = "operator" | "supervisor" | "manager" | "administrator";
export type Language = "zh" | "en";

export type Page<T> = { items: T[]; total: number; page: number; size: number };

export type Session = {
  username: string;
  displayName: string;
  roles: Role[];
  language: Language;
  mustChangePassword: boolean;
  site: string;
  simulated: boolean;
  speed: number;
};

export type User = {
  username: string;
  displayName: string;
  roles: Role[];
  language: Language;
  active: boolean;
};

export type FloorNode = { id: string; x: number; y: number; kind: string; zone?: string | null };
export type Lane = { from: string; to: string; twoWay: boolean };
export type Floor = {
  site: string;
  nodes: FloorNode[];
  lanes: Lane[];
  stations: { id: string; positions: string[]; does: string[] }[];
  readPoints: { id: string; location: string; reader: string }[];
};

export type VehicleState =
  | "idle"
  | "executing"
  | "waiting"
  | "charging"
  | "error"
  | "manual"
  | "unknown"
  | "paused";

export type WaitsFor = { vehicle?: string | null; place?: string | null; reason?: string | null };

export type VehicleLive = {
  id: string;
  x: number | null;
  y: number | null;
  theta: number | null;
  state: VehicleState;
  battery: number | null;
  loadId: string | null;
  ageMs: number | null;
  base: string[];
  horizon: string[];
  waitsFor?: WaitsFor | null;
  transport?: string | null;
  at?: string | null;
};

export type VehicleRow = VehicleLive & {
  manufacturer: string;
  serial: string;
  version: string;
  connection: string;
  lastReportAt: string | null;
  mode: string | null;
  errors: { type: string; level: string; description: string | null }[];
  orderId: string | null;
  why?: string | null;
};

export type UnitPlace = { sscc: string; place: string | null };

export type FloorFrame = {
  t: number | string;
  vehicles: VehicleLive[];
  units: UnitPlace[];
  speed: number;
};

export type Transport = {
  id: string;
  unit: string;
  from: string;
  to: string;
  state: string;
  vehicle: string | null;
  requestedAt: string;
  pickedUpAt: string | null;
  deliveredAt: string | null;
  priority: number;
  why?: string | null;
};

export type Signal = "ok" | "failure" | "check" | "outOfSpec" | "maintenance" | "unknown";

export type Device = {
  name: string;
  kind: string;
  driver: string;
  address: string | null;
  simulated: boolean;
  signal: Signal;
  link: string;
  lastExchangeAt: string | null;
  ageMs: number | null;
  exchanges: number;
  errors: number;
  noiseBytes: number;
  trouble: string | null;
  points?: { name: string; value: boolean | null; ageMs: number | null }[] | null;
  lastReads?: { epc: string; antenna: number; rssi: number | null; at: string }[] | null;
};

export type Priority = "high" | "medium" | "low";
export type Facts = Record<string, unknown>;

export type Alarm = {
  id: string;
  type: string;
  source: string;
  priority: Priority;
  raisedAt: string;
  clearedAt: string | null;
  ackedAt: string | null;
  ackedBy: string | null;
  params: Facts;
  active: boolean;
  titleKey: string;
  causeKey: string;
  actionKey: string;
};

export type Item = {
  id: string;
  name: string;
  gtin: string;
  category: string;
  unitsPerCase: number;
  casesPerPallet: number;
  weightG: number;
  lengthMm: number;
  widthMm: number;
  heightMm: number;
  onHand: number;
  reserved: number;
};

export type Party = { id: string; name: string; role: string; city: string | null; country: string | null };

export type ItemStock = {
  item: string;
  name: string;
  onHand: number;
  reserved: number;
  free: number;
  units: number;
  oldestExpiry: string | null;
};

export type LocationStock = {
  location: string;
  type: string;
  zone: string | null;
  unit: string | null;
  item: string | null;
  itemName: string | null;
  lot: string | null;
  expiry: string | null;
  onHand: number;
  reserved: number;
  owner: string | null;
  status: string | null;
};

export type OrderStatus = "open" | "backOrdered" | "cancelled" | "done";

export type OrderRow = {
  id: string;
  customer: string;
  customerName: string;
  lines: number;
  units: number;
  milestone: string;
  status: OrderStatus;
  enteredAt: string;
  requestedFor: string | null;
  externalRef: string | null;
};

export type OrderLine = {
  no: number;
  item: string;
  name: string;
  ordered: number;
  allocated: number;
  picked: number;
  shipped: number;
  shortage?: { free: number; wanted: number; heldBy: { ref: string; quantity: number }[] } | null;
};

export type Parcel = { sscc: string; state: string; place: string | null; labelId: string | null };

export type Order = OrderRow & {
  milestones: { name: string; at: string | null; by: string | null }[];
  linesDetail: OrderLine[];
  parcels: Parcel[];
};

export type AdviceState = "announced" | "arrived" | "unloading" | "closed";

export type AdviceRow = {
  id: string;
  supplier: string;
  supplierName: string;
  dock: string | null;
  state: AdviceState;
  pallets: number;
  received: number;
  announcedAt: string;
};

export type AdvicePallet = {
  sscc: string;
  item: string;
  name: string;
  lot: string | null;
  expiry: string | null;
  quantity: number;
  state: string;
  receivedAt: string | null;
};

export type Advice = AdviceRow & { palletsDetail: AdvicePallet[]; differences: string | null };

export type Station = {
  id: string;
  positions: string[];
  does: string[];
  occupiedBy: string | null;
};

export type JobKind = "unload" | "pick" | "pack" | "load";

export type UnloadPallet = {
  sscc: string;
  item: string;
  name: string;
  quantity: number;
  lot: string | null;
  state: string;
  seenAt: string | null;
};

export type Job = {
  taskId: string;
  kind: JobKind;
  station: string;
  instructionKey: string;
  facts: Facts;
  behind: number;
  unload?: {
    advice: string;
    supplierName: string;
    dock: string;
    doorOpen: boolean | null;
    started: boolean;
    pallets: UnloadPallet[];
  } | null;
  pick?: {
    position: string;
    unit: string;
    unitConfirmedBy: "rfid" | "scan" | null;
    item: string;
    itemName: string;
    gtin: string;
    lot: string | null;
    expiry: string | null;
    quantity: number;
    order: string;
    parcel: string | null;
    customerName: string;
  } | null;
  pack?: {
    order: string;
    customerName: string;
    lines: { item: string; name: string; quantity: number }[];
    weightG: number;
  } | null;
  load?: { dock: string; parcel: string; order: string; customerName: string; state: string } | null;
};

export type JobSummary = { taskId: string; kind: JobKind; subject: string };

export type TaskResult = { done: boolean; next?: Job | null; effectKey: string; effect: Facts };

export type TraceKind =
  | "sighting"
  | "ledger"
  | "move"
  | "transport"
  | "task"
  | "milestone"
  | "label"
  | "exception";

export type TraceEntry = {
  at: string;
  kind: TraceKind;
  titleKey: string;
  place: string | null;
  evidence: string | null;
  actor: string | null;
  facts: Facts;
  link?: { kind: string; id: string } | null;
};

export type Trace = { subject: string; entries: TraceEntry[] };

export type WarehouseException = {
  id: string;
  kind: string;
  at: string;
  place: string | null;
  subject: string | null;
  facts: Facts;
};

export type ImportResult = {
  accepted: number;
  unchanged: number;
  rejected: number;
  errors: { line: number; field: string; reason: string }[];
};

export type Summary = {
  received: number;
  stored: number;
  picked: number;
  shipped: number;
  transports: number;
  invariants: { id: string; name: string; held: boolean; detail: string | null }[];
  uptimeS: number;
  speed: number;
  simulated: boolean;
  operators: string;
};

export type FaultKind = "readerCable" | "vehicleVanish" | "brokerRestart";

export type SimFault = { kind: FaultKind; target: string | null; until: string | null };

export type Sim = { speed: number; faults: SimFault[] };
