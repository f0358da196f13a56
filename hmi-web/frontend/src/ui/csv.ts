/** A text that a spreadsheet would take for a formula gets an apostrophe in front, as in the server's files. */
const startsAFormula = /^[=+\-@\t\r]/;

export function csvCell(value: string | number): string {
  const text = typeof value === "string" && startsAFormula.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as a CSV file (RFC 4180) with a byte order mark, so that Excel shows Chinese. */
export function csvText(head: string[], rows: (string | number)[][]): string {
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}

/** Has the browser keep a text as a file. */
export function keepFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
