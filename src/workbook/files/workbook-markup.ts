import { checkChildren, checkOwnAttributes, names, type Names } from "./known-markup";
import { damaged } from "./opened-file";
import { childOf, childrenOf, type Element } from "./xml";

/** What may stand in the part of a workbook (ECMA-376, part 1, 18.2). */
const inWorkbook = names(
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize " +
    "customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
);
const sheetStates = names("visible hidden veryHidden");
/** How it links to its sheets, by the last word of the type of the link. */
export const sheetKinds = names("worksheet chartsheet dialogsheet xlMacrosheet xlIntlMacrosheet");
/** What governs how sheets are read: an element, those that it lists, if any, and the attributes of one. */
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

/**
 * Throws where the part of a workbook has what the standard does not: a sheet, a name or a system of dates would be passed over.
 */
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
