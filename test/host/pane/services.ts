import { HostError, type HostObject, type Wire } from "../host-object";

type Answer = HostObject | null | { readonly value: Wire } | void;
type Methods = Readonly<Record<string, (...args: Wire[]) => Answer>>;

/** A service of Office beside the workbook; the schema does not describe it, so its names are those of the wire. */
class Service implements HostObject {
  constructor(
    readonly className: string,
    private readonly methods: Methods,
    private readonly write: (property: string, value: Wire) => void = (property) => {
      throw new HostError("NotImplemented", `${className}.${property}`);
    },
  ) {}

  get(property: string): Wire {
    throw new HostError("NotImplemented", `${this.className}.${property}`);
  }

  set(property: string, value: Wire): void {
    this.write(property, value);
  }

  navigate(property: string): HostObject | null {
    throw new HostError("NotImplemented", `${this.className}.${property}`);
  }

  call(method: string, args: readonly (Wire | HostObject)[]): Answer {
    const run = this.methods[method];
    if (run === undefined) throw new HostError("NotImplemented", `${this.className}.${method}`);
    return run(...(args as Wire[]));
  }
}

interface ServiceEvents {
  onCommandsReady(): void;
  onFunctionsReady(): void;
  /** Rows `[id, ok, value, code if not ok, times]`. */
  onFunctionResults(rows: Wire): void;
  onPaneShown(): void;
}

/** Whether the pane is shown, what the ribbon's controls are set to, how the runtime starts. */
export class OfficeServices {
  visibility: "Visible" | "Background" = "Background";
  /** True: the pane is not shown by code (tracker 6209: some read-only documents). */
  paneIsRefused = false;
  startup: Wire = "Inactive";
  /** True: how the runtime starts is not changed (tracker 3993: some files, on the web). */
  startupIsRefused = false;
  /** By id: false where the add-in disabled the button, or hid the tab. */
  readonly ribbon = new Map<string, boolean>();
  private readonly services: Readonly<Record<string, Service>>;

  constructor(events: ServiceEvents) {
    this.services = {
      "Microsoft.InternalService.AddinInternalService": service("InternalService", {
        NotifyActionHandlerReady: () => events.onCommandsReady(),
      }),
      "Microsoft.ExcelServices.CustomFunctions": service("CustomFunctions", {
        _SetOsfControlContainerReadyForCustomFunctions: () => events.onFunctionsReady(),
        _GetEnabledFeatures: () => ({ value: [] }),
        SetInvocationArrayResults: (rows = []) => events.onFunctionResults(rows),
      }),
      "Microsoft.AppRuntime.AppRuntimeService": service("AppRuntimeService", {
        GetAppRuntimeState: () => ({ value: this.visibility }),
        SetAppRuntimeState: (state) => {
          if (this.paneIsRefused) throw new HostError("AccessDenied", "The pane is not shown.");
          this.visibility = state as "Visible" | "Background";
          if (state === "Visible") events.onPaneShown();
        },
      }),
      "Microsoft.AppRuntime.AppRuntimePersistenceService": service("AppRuntimePersistenceService", {
        GetAppRuntimeStartState: () => ({ value: this.startup }),
        SetAppRuntimeStartState: (state = null) => {
          if (this.startupIsRefused) throw new HostError("GeneralException", "How the add-in starts is not changed.");
          this.startup = state;
        },
      }),
      "Microsoft.DynamicRibbon.DynamicRibbon": service("DynamicRibbon", {
        GetTab: (id) =>
          service("RibbonTab", { SetVisibility: (visible) => void this.ribbon.set(String(id), visible === true) }),
        GetButton: (id) =>
          service("RibbonButton", {}, (property, value) => {
            if (property !== "Enabled") throw new HostError("NotImplemented", `RibbonButton.${property}`);
            this.ribbon.set(String(id), value === true);
          }),
      }),
    };
  }

  find(name: string): HostObject {
    const found = this.services[name];
    if (found === undefined) throw new HostError("ApiNotFound", `No service ${name}.`);
    return found;
  }
}

const service = (name: string, methods: Methods, write?: (property: string, value: Wire) => void) =>
  new Service(`Microsoft.${name}`, methods, write);
