import type { DeclaredSets } from "../interpreter/api-set";

interface ContextOptions {
  readonly locale: "fr-FR" | "en-US";
  /** Last segment of the document's address. */
  readonly file: string;
  readonly readOnly: boolean;
  readonly apiSets: DeclaredSets;
}

/** What a pane is told of Excel as it starts. */
export const appContext = (
  { locale, file, readOnly, apiSets }: ContextOptions,
  settings: readonly (readonly [string, string])[],
) => ({
  _id: "addin_1",
  _appName: 16,
  _appVersion: "16.01",
  _appMinorVersion: 1,
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: `https://documents.example.test/${encodeURIComponent(file)}`,
  _clientMode: readOnly ? 0 : 1,
  _settings: settings,
  _reason: "inserted",
  _osfControlType: 1,
  _eToken: "",
  _correlationId: "corr-1",
  _appInstanceId: "inst-1",
  _requirementMatrix: JSON.stringify(apiSets),
  _hostFullVersion: "16.0.15407.10000",
  _addinName: "Ordiclasse",
  _appDomains: ["https://intranet.ville.test"],
  _featureGates: {},
  _initialDisplayMode: 1,
});
