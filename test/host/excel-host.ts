import { office2021, withoutFunctions, type DeclaredSets } from "./interpreter/api-set";
import { appContext } from "./pane/app-context";
import { CellFunctions } from "./functions/cell-functions";
import { CustomFunctions, type FunctionCall, type Invocation } from "./functions/custom-functions";
import { DocumentSettings } from "./pane/document-settings";
import { answerOf, actions } from "./pane/answers";
import { answerTo, readRequest, type Request } from "./pane/envelope";
import { SheetEvents, type EventRow, type SheetEvent } from "./pane/events";
import type { Fault } from "./faults";
import type { FunctionsFile } from "./functions/function-metadata";
import type { FunctionValue } from "./functions/function-values";
import type { HostOptions, Opened } from "./host-options";
import type { Interpreter } from "./interpreter/interpreter";
import { Members } from "./interpreter/members";
import { ReferenceIds } from "./interpreter/reference-ids";
import { answerMethod, batchIn, waitsForCellEdit } from "./pane/method-calls";
import { RibbonCommands } from "./pane/ribbon-commands";
import { RichApi, type RequestRecord } from "./rich-api";
import { excelSchema } from "./interpreter/schema";
import { OfficeServices } from "./pane/services";
import { Session, type Post } from "./pane/session";
import type { Traffic } from "./traffic";

/** Excel, as an add-in's page sees it: takes the messages of Office.js and answers each, over any transport. */
export class ExcelHost {
  readonly settings = new DocumentSettings();
  readonly services: OfficeServices;
  /** Milliseconds by which every answer comes late, from the next request on. */
  delay = 0;
  /** What requests on the workbook wait for; null: for nothing. */
  traffic: Traffic | null = null;
  /** True while the add-in's own request is at work. */
  isAnswering = false;
  readonly locale: "fr-FR" | "en-US";
  private readonly apiSets: DeclaredSets;
  private readonly functionsFile: FunctionsFile;
  private readonly references = new ReferenceIds();
  private readonly events = new SheetEvents();
  readonly richApi: RichApi;
  private readonly functions: CustomFunctions;
  readonly commands = new RibbonCommands();
  private session: Session | null = null;
  private waiting: ((session: Session) => void)[] = [];
  private held: (() => void)[] = [];

  constructor(
    workbook: Opened,
    private readonly options: HostOptions = {},
  ) {
    this.locale = options.locale ?? "fr-FR";
    this.apiSets = {
      ...(options.withoutFunctions === "none" ? withoutFunctions(office2021) : office2021),
      ...options.apiSets,
    };
    this.functionsFile = options.customFunctions ?? { functions: [] };
    this.functions = new CustomFunctions(this.functionsFile, (rows) => void this.raiseRows(rows));
    this.services = new OfficeServices({
      onCommandsReady: () => {
        if (!this.runsFunctions) this.session?.onReady();
      },
      onFunctionsReady: () => this.session?.onReady(),
      onFunctionResults: (rows) => this.functions.onResults(rows),
      onPaneShown: () => this.commands.onPaneShown(),
    });
    const interpreter: Interpreter = {
      roots: { workbook: () => workbook.root, service: (name) => this.services.find(name) },
      members: new Members(excelSchema(), this.apiSets, options.readOnly ?? false),
      references: this.references,
      onRegistration: (object, wireName) => this.events.register(object, wireName),
    };
    this.richApi = new RichApi(interpreter);
  }

  /** Whether the add-in's functions are in this Excel; a pane that starts is told. */
  get runsFunctions(): boolean {
    return this.options.withoutFunctions === undefined;
  }

  /** Takes a message of the page; `post` brings the answers, now and later. */
  receive(message: string, post: Post): void {
    const request = readRequest(message);
    if (request === null) return;
    if (request._actionName === actions.start) this.start(request, post);
    const session = this.session;
    if (session === null || session.conversation !== request._conversationId) return;
    session.delay = this.delay;
    const answer = () => {
      this.isAnswering = true;
      try {
        return answerTo(request, this.answer(request, session));
      } finally {
        this.isAnswering = false;
      }
    };
    const reply = () => session.answer(answer());
    const { traffic } = this;
    if (this.cellEditing && waitsForCellEdit(request)) this.held.push(reply);
    else if (traffic !== null && this.isOnWorkbook(request)) void this.replyIn(traffic, answer, session);
    else reply();
  }

  private async replyIn(traffic: Traffic, answer: () => string, session: Session): Promise<void> {
    // Whoever acts meanwhile may fail a test, which the pane's request outlives.
    let told = "";
    try {
      await traffic.before();
    } finally {
      told = answer();
      await traffic.after().finally(() => session.answer(told));
    }
  }

  private isOnWorkbook(request: Request): boolean {
    const batch = batchIn(request);
    return batch !== null && this.richApi.isOnWorkbook(batch);
  }

  /** Every rich-API request so far, in order. */
  get requests(): readonly RequestRecord[] {
    return this.richApi.requests;
  }

  resetRequests(): void {
    this.richApi.requests.length = 0;
  }

  /** Plans a fault for the nth request on the workbook from now, 1 being the next. */
  failAt(nth: number, fault: Fault): void {
    this.richApi.faults.plan(nth, fault);
  }

  /** Excel works again: no fault planned, not down, no cell being edited, no delay. */
  mend(): void {
    this.richApi.faults.clear();
    this.down = false;
    this.delay = 0;
    this.traffic = null;
    this.cellEditing = false;
  }

  get down(): boolean {
    return this.richApi.down;
  }

  /** True: every request fails, those of the library's own tidying too. */
  set down(down: boolean) {
    this.richApi.down = down;
  }

  get cellEditing(): boolean {
    return this.richApi.cellEditing;
  }

  /** True while the user types in a cell: requests fail (5004), but those that `delayForCellEdit` lets wait. */
  set cellEditing(editing: boolean) {
    this.richApi.cellEditing = editing;
    if (!editing) for (const reply of this.held.splice(0)) reply();
  }

  /** Objects the add-in keeps from one request to the next. */
  get keptReferences(): number {
    return this.references.count;
  }

  /** Once a pane has started whole: it takes commands, events and calls of functions. */
  async ready(): Promise<void> {
    await (
      await this.openSession()
    ).ready;
  }

  /** Calls a function of the add-in, as a cell does. */
  async invoke(
    id: string,
    args: readonly FunctionValue[],
    options: { readonly address?: string } = {},
  ): Promise<FunctionValue> {
    return (await this.invokeAll([{ id, args, ...options }]))[0]!;
  }

  /** Calls functions in one recalculation, so in one event. */
  async invokeAll(calls: readonly FunctionCall[]): Promise<readonly FunctionValue[]> {
    const started = await this.startCalls(calls);
    return Promise.all(started.map(({ result }) => result));
  }

  /** As `invokeAll`, without awaiting the results: each may be cancelled. */
  async startCalls(calls: readonly FunctionCall[]): Promise<readonly Invocation[]> {
    await this.ready();
    return this.functions.start(calls);
  }

  /** The add-in's functions as formulas call them: `ORDICLASSE.TARIF`. */
  cellFunctions(namespace: string): CellFunctions {
    return new CellFunctions(this.functionsFile, namespace, (calls) => this.invokeAll(calls));
  }

  /** Presses a ribbon button that runs a function of the add-in; over once the function says it has completed. */
  async runCommand(functionName: string): Promise<void> {
    const session = await this.openSession();
    await session.ready;
    return this.commands.run(functionName, (data) => session.raise("appCommandInvoked", data));
  }

  /** Raises an event of a sheet; says whether the add-in listens. */
  raise(event: SheetEvent, worksheetId: string, details: Readonly<Record<string, unknown>> = {}): boolean {
    const rows = this.events.rows(event, worksheetId, details);
    return rows.length > 0 && this.raiseRows(rows);
  }

  /** Tells that the user selected other cells; says whether the add-in listens. */
  raiseSelectionChanged(worksheetId: string, address: string): boolean {
    const toSheet = this.raise("SelectionChanged", worksheetId, { address });
    const toDocument = this.session?.raise("documentSelectionChanged", {}) ?? false;
    return toSheet || toDocument;
  }

  private start(request: Request, post: Post): void {
    this.session = new Session(request._conversationId, post);
    this.references.clear();
    this.events.clear();
    for (const tell of this.waiting.splice(0)) tell(this.session);
  }

  private openSession(): Promise<Session> {
    if (this.session !== null) return Promise.resolve(this.session);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private raiseRows(rows: readonly EventRow[]): boolean {
    return this.session?.raise("richApiMessage", { ArrayData: rows }) ?? false;
  }

  private answer(request: Request, session: Session): unknown {
    const { locale, apiSets, options, settings } = this;
    const { file = "Classeur1.xlsx", readOnly = false } = options;
    return answerOf(request, session, {
      context: () => appContext({ locale, file, readOnly, apiSets }, settings.all),
      method: (call) => answerMethod(call, this),
    });
  }
}
