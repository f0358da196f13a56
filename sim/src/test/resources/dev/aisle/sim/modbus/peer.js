// A Modbus slave made of modbus-serial: 'tcp PORT' or 'rtu PATH BAUD'. Unit 7 has 200 registers
// that begin as 1000, 1001, …, 64 coils of which each third is on, and inputs that are their
// opposite. Ends when its input ends.
const modbus = require("modbus-serial");

const registers = Array.from({ length: 200 }, (_, i) => 1000 + i);
const coils = Array.from({ length: 64 }, (_, i) => i % 3 === 0);

const refuse = (code) => {
  const refusal = new Error("refused");
  refusal.modbusErrorCode = code;
  throw refusal;
};
const within = (list, address) => (address < list.length ? list[address] : refuse(2));

const memory = {
  getHoldingRegister: (address) => within(registers, address),
  getInputRegister: (address) => within(registers, address) ^ 0xffff,
  getCoil: (address) => within(coils, address),
  getDiscreteInput: (address) => !within(coils, address),
  setRegister: (address, value) => {
    within(registers, address);
    registers[address] = value;
  },
  setCoil: (address, value) => {
    within(coils, address);
    coils[address] = value;
  },
};

const [mode, where, baud] = process.argv.slice(2);
const ready = () => console.log("ready");
const failed = (why) => {
  console.log(`failed: ${why}`);
  process.exit(1);
};
if (mode === "tcp") {
  const server = new modbus.ServerTCP(memory, { host: "127.0.0.1", port: Number(where), unitID: 7 });
  server.on("initialized", ready);
  server.on("serverError", failed);
} else {
  const server = new modbus.ServerSerial(
    memory,
    { path: where, port: where, baudRate: Number(baud), unitID: 7 },
    { path: where, baudRate: Number(baud), unitID: 7 },
  );
  server.on("initialized", ready);
  server.on("error", failed);
}
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
