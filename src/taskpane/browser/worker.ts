import { serveWorkbook, type Line } from "../../workbook/in-worker";

// The script of the worker: its global scope is its end of the line.
serveWorkbook(self as unknown as Line);
