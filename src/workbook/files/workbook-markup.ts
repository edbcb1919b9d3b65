import { checkChildren, checkOwnAttributes, names, type Names } from "./known-markup";
import { damaged } from "./opened-file";
import { childOf, childrenOf, type Element } from "./xml";

/** The names in the markup of a workbook part (ECMA-376, part 1, 18.2). */
const inWorkbook = names(
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize " +
    "customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
);
const sheetStates = names("visible hidden veryHidden");
/** The kinds of links to its sheets. */
export const sheetKinds = names("worksheet chartsheet dialogsheet xlMacrosheet xlIntlMacrosheet");
/** The elements that determine how sheets are read: an element, the name of its entries, and the allowed attributes. */
const governed: readonly (readonly [list: string, entry: string | null, attributes: Names])[] = [
  ["sheets", "sheet", names("name sheetId state")],
  [
    "workbookPr",
    null,
    names(
      "date1904 dateCompatibility showObjects showBorderUnselectedTables filterPrivacy promptedSolutions showInkAnnotation " +
        "backupFile saveExternalLinkValues updateLinks codeName hidePivotFieldList showPivotChartFilter allowRefreshQuery " +
        "publishItems checkCompatibility autoCompressPictures refreshAllConnections defaultThemeVersion",
    ),
  ],
  [
    "definedNames",
    "definedName",
    names(
      "name comment customMenu description help statusBar localSheetId hidden function vbProcedure xlm functionGroupId " +
        "shortcutKey publishToServer workbookParameter",
    ),
  ],
];

/** Throws when a workbook part has markup outside the standard: a sheet, a name or a date system would be ignored. */
export function checkWorkbookMarkup(root: Element, path: string): void {
  checkChildren(root, inWorkbook, path);
  for (const [list, entry, attributes] of governed) {
    const parent = childOf(root, list);
    if (parent === null) continue;
    if (entry !== null) checkChildren(parent, new Set([entry]), path);
    for (const element of entry === null ? [parent] : childrenOf(parent, entry))
      checkOwnAttributes(element, attributes, path);
    for (const element of childrenOf(parent, "sheet"))
      if (!sheetStates.has(element.getAttribute("state") ?? "visible")) throw damaged(path);
  }
}
