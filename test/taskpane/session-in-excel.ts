import { readFile } from "node:fs/promises";
import * as officePort from "../../src/workbook/office";
import { documentSettings, lacksFunctions, loadWithWorkbook } from "../../src/taskpane/host";
import { type Environment, Session } from "../../src/taskpane/operations/session";
import { openWorkbookFile } from "../../src/workbook";
import { ExcelHost, lendOffice, type HostOptions, type OfficePage } from "../host";
import { HostWorkbook } from "../host/model";

/** Excel with a workbook open, and the pane's session beside it: real Office.js, real port. */
export interface SessionInExcel {
  readonly workbook: HostWorkbook;
  readonly host: ExcelHost;
  readonly page: OfficePage;
  readonly session: Session;
  /** What was asked of the page itself. */
  readonly asked: string[];
  /** Files among the downloads, the last one last. */
  readonly saved: readonly SavedFile[];
}

interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const exampleAddress = "https://intranet.mairie.example/ordiclasse/inventaire-exemple.xlsx";

export async function sessionIn(
  bytes: Uint8Array,
  file: string,
  { host: options = {}, ...more }: Partial<Environment> & { readonly host?: HostOptions } = {},
): Promise<SessionInExcel> {
  const workbook = await HostWorkbook.open(bytes, file);
  const host = new ExcelHost(workbook, { file, ...options });
  const page = await lendOffice(host);
  const asked: string[] = [];
  const saved: SavedFile[] = [];
  const session = new Session({
    port: officePort,
    settings: documentSettings,
    scheduler: { clock: () => performance.now(), pause: () => new Promise((resolve) => setImmediate(resolve)) },
    readOnly: options.readOnly ?? false,
    now: () => "2014-11-25 14:03:00",
    after: () => () => undefined,
    openFile: openWorkbookFile,
    communesOfFrance: () => Promise.reject(new Error("No list of communes is asked for.")),
    loadPdfs: async () => {
      const pdf = await import("../../src/pdf");
      return { ...pdf, fonts: await pdf.readFonts((address) => readFile(address)) };
    },
    download: (name, bytes) => {
      saved.push({ name, bytes });
      return `blob:${name}`;
    },
    example: { address: exampleAddress, read: () => readFile("assets/inventaire-exemple.xlsx") },
    isInView: () => true,
    showPane: () => Promise.resolve(void asked.push("pane")),
    loadWithWorkbook,
    lacksFunctions: lacksFunctions(),
    openHelp: () => void asked.push("help"),
    versions: () => ["Ordiclasse 1.0.0", "Excel 16.0, PC"],
    copy: (text) => Promise.resolve(asked.push(text) > 0),
    ...more,
  });
  await session.start();
  return { workbook, host, page, session, asked, saved };
}

/** Asks for the documents and confirms, as a user does. */
export async function generateIt({ session }: SessionInExcel): Promise<void> {
  session.dispatch({ type: "step-opened", step: "documents" });
  session.run.askGeneration();
  await session.run.generate();
}

/** Tabs as the user sees them. */
export function sheetNames({ workbook }: SessionInExcel): string[] {
  return workbook.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
}
