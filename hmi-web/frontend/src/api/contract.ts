import type * as t from "./types";

type Query = Record<string, string | number | boolean | undefined>;
type Answer<T> = { 200: { content: { "application/json": T } } };
type Command = { "Idempotency-Key": string };
type Get<T, P = never> = { parameters: { query?: Query; path: P }; responses: Answer<T> };
type GetAll<T> = { parameters: { query?: Query }; responses: Answer<T> };
type Send<B, T, P = never> = {
  parameters: { path: P; header?: Command };
  requestBody: { content: { "application/json": B } };
  responses: Answer<T>;
};
type SendTo<B, T> = {
  parameters: { header?: Command };
  requestBody: { content: { "application/json": B } };
  responses: Answer<T>;
};
type Act<T, P> = { parameters: { path: P; header?: Command }; responses: Answer<T> };
type Id = { id: string };

export type NewOrder = {
  customer: string;
  requestedFor?: string;
  externalRef?: string;
  lines: { item: string; quantity: number }[];
};

export type NewAdvice = {
  supplier: string;
  pallets: { item: string; quantity: number; lot?: string; expiry?: string }[];
};

export type NewUser = { username: string; displayName: string; roles: t.Role[]; language: t.Language; password?: string };
export type ChangedUser = Partial<Omit<NewUser, "username">> & { active?: boolean };

/** The part of the REST API that screens use. */
export type paths = {
  "/api/v1/session": {
    get: GetAll<t.Session>;
    post: SendTo<{ username: string; password: string }, t.Session>;
    delete: GetAll<unknown>;
  };
  "/api/v1/session/language": { put: SendTo<{ language: t.Language }, t.Session> };
  "/api/v1/session/password": { post: SendTo<{ old: string; new: string }, unknown> };
  "/api/v1/users": { get: GetAll<t.Page<t.User>>; post: SendTo<NewUser, t.User> };
  "/api/v1/users/{name}": { put: Send<ChangedUser, t.User, { name: string }> };
  "/api/v1/floor": { get: GetAll<t.Floor> };
  "/api/v1/vehicles": { get: GetAll<t.VehicleRow[]> };
  "/api/v1/vehicles/{id}/pause": { post: Act<unknown, Id> };
  "/api/v1/vehicles/{id}/resume": { post: Act<unknown, Id> };
  "/api/v1/transports": { get: GetAll<t.Page<t.Transport>> };
  "/api/v1/transports/{id}/cancel": { post: Act<unknown, Id> };
  "/api/v1/devices": { get: GetAll<t.Device[]> };
  "/api/v1/alarms": { get: GetAll<t.Page<t.Alarm>> };
  "/api/v1/alarms/{id}/ack": { post: Send<{ note?: string }, t.Alarm, Id> };
  "/api/v1/items": { get: GetAll<t.Page<t.Item>> };
  "/api/v1/parties": { get: GetAll<t.Page<t.Party>> };
  "/api/v1/stock/by-item": { get: GetAll<t.Page<t.ItemStock>> };
  "/api/v1/stock/by-location": { get: GetAll<t.Page<t.LocationStock>> };
  "/api/v1/orders": { get: GetAll<t.Page<t.OrderRow>>; post: SendTo<NewOrder, t.Order> };
  "/api/v1/orders/{id}": { get: Get<t.Order, Id> };
  "/api/v1/orders/{id}/confirm": { post: Act<t.Order, Id> };
  "/api/v1/orders/{id}/cancel": { post: Act<t.Order, Id> };
  "/api/v1/orders/{id}/milestones": { post: Send<{ milestone: string }, t.Order, Id> };
  "/api/v1/advices": { get: GetAll<t.Page<t.AdviceRow>>; post: SendTo<NewAdvice, t.Advice> };
  "/api/v1/advices/{id}": { get: Get<t.Advice, Id> };
  "/api/v1/stations": { get: GetAll<t.Station[]> };
  "/api/v1/stations/{id}/sign-on": { post: Act<t.Station, Id> };
  "/api/v1/stations/{id}/sign-off": { post: Act<t.Station, Id> };
  "/api/v1/stations/{id}/job": { get: Get<t.Job | undefined, Id> };
  "/api/v1/stations/{id}/queue": { get: Get<t.JobSummary[], Id> };
  "/api/v1/tasks/{id}/start": { post: Act<t.TaskResult, Id> };
  "/api/v1/tasks/{id}/confirm": { post: Send<{ quantity?: number; code?: string }, t.TaskResult, Id> };
  "/api/v1/tasks/{id}/short": { post: Send<{ quantity: number; reason: string }, t.TaskResult, Id> };
  "/api/v1/tasks/{id}/exception": { post: Send<{ reason: string; note?: string }, t.TaskResult, Id> };
  "/api/v1/trace/units/{sscc}": { get: Get<t.Trace, { sscc: string }> };
  "/api/v1/trace/orders/{id}": { get: Get<t.Trace, Id> };
  "/api/v1/exceptions": { get: GetAll<t.Page<t.WarehouseException>> };
  "/api/v1/system/summary": { get: GetAll<t.Summary> };
  "/api/v1/sim": { get: GetAll<t.Sim> };
  "/api/v1/sim/faults": { post: SendTo<{ kind: t.FaultKind; target?: string; seconds: number }, unknown> };
  "/api/v1/sim/speed": { put: SendTo<{ factor: number }, unknown> };
};
