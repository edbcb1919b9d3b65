import { escaped } from "./escaped";

interface ExcelWindow {
  readonly file: string;
  /** The tab of the ribbon that shows, as HTML. */
  readonly ribbon: string;
  /** The cell that is selected, and what it holds. */
  readonly selected: { readonly cell: string; readonly content: string };
  /** The grid, as HTML. */
  readonly sheet: string;
  /** The first one shows. */
  readonly tabs: readonly string[];
}

/** Pixels of what surrounds the pane: a bar above it with its name, all of Excel's own below and above. */
const heights = { title: 38, tabs: 34, ribbon: 92, formula: 30, sheets: 28, status: 22, paneTitle: 36 } as const;

/** Pixels left for the grid in a window as high. */
export const gridHeight = (windowHeight: number) =>
  windowHeight - heights.title - heights.tabs - heights.ribbon - heights.formula - heights.sheets - heights.status;

const ribbonTabs = ["Fichier", "Accueil", "Insertion", "Mise en page", "Formules", "Données", "Révision", "Affichage"];

/** Excel around a grid, with room for a pane on the right: what an accountant knows of it, drawn plainly. */
export function windowAsHtml({ file, ribbon, selected, sheet, tabs }: ExcelWindow): string {
  const [active = "", ...others] = tabs.map(escaped);
  return `<div class="excel">
    <div class="title"><b>X</b> ${escaped(file)} – Excel</div>
    <div class="tabs">${ribbonTabs.map((tab) => `<span>${tab}</span>`).join("")}<span class="on">Ordiclasse</span></div>
    <div class="ribbon">${ribbon}</div>
    <div class="formula"><span class="name">${selected.cell}</span><i>fx</i><span>${escaped(selected.content)}</span></div>
    ${sheet}
    <div class="sheets"><span class="on">${active}</span>${others.map((tab) => `<span>${tab}</span>`).join("")}<span>+</span></div>
    <div class="status"><span>Prêt</span><span>100 %</span></div>
    <div class="pane-title"><span>Ordiclasse</span><span>✕</span></div>
  </div>`;
}

/** How the window is drawn, around a pane of so many pixels. */
export const windowStyle = (paneWidth: number) => `
  .excel { position: fixed; inset: 0; font: 13px "Segoe UI", sans-serif; color: #242424; background: #f5f5f5 }
  .excel > div { box-sizing: border-box; display: flex; align-items: center }
  .excel .title { height: ${heights.title}px; padding: 0 14px; gap: 12px; color: #fff; background: #107c41; font-size: 14px }
  .excel .title b { padding: 1px 6px; color: #107c41; background: #fff; border-radius: 3px }
  .excel .tabs { height: ${heights.tabs}px; padding: 0 8px }
  .excel .tabs span { padding: 6px 11px 5px }
  .excel span.on { font-weight: 600; color: #0e6a37; border-bottom: 3px solid #107c41 }
  .excel .ribbon { height: ${heights.ribbon - 8}px; margin: 0 8px 8px; padding: 6px 4px; align-items: stretch; background: #fff; border-radius: 8px; box-shadow: 0 1px 4px #0003 }
  .group { display: flex; flex-direction: column; justify-content: space-between; align-items: center; padding: 0 6px; border-right: 1px solid #d6d6d6; font-size: 11px; color: #616161 }
  .group:last-child { border: 0 }
  .group > div { display: flex }
  .button { display: flex; flex-direction: column; align-items: center; gap: 2px; padding: 0 7px; color: #242424; white-space: nowrap }
  .button img { width: 32px; height: 32px }
  .excel .formula { height: ${heights.formula}px; background: #fff; border-top: 1px solid #d6d6d6; border-bottom: 1px solid #d6d6d6; gap: 12px }
  .excel .formula .name { width: 92px; padding-left: 10px; border-right: 1px solid #d6d6d6; line-height: 28px }
  .excel .formula i { color: #616161; font-family: serif; font-size: 15px }
  .excel .sheet { display: block }
  .excel .sheets { height: ${heights.sheets}px; padding-left: 40px; border-top: 1px solid #d6d6d6 }
  .excel .sheets span { padding: 4px 14px 2px }
  .excel .sheets .on { background: #fff }
  .excel .status { height: ${heights.status}px; padding: 0 12px; justify-content: space-between; font-size: 11.5px; color: #424242; border-top: 1px solid #e0e0e0 }
  .excel .pane-title { position: absolute; top: ${heights.title + heights.tabs + heights.ribbon}px; right: 0; width: ${paneWidth + 1}px; height: ${heights.paneTitle}px; padding: 0 14px 0 20px; justify-content: space-between; background: #fff; border-left: 1px solid #d6d6d6; border-top: 1px solid #d6d6d6; font-size: 16px; font-weight: 600 }
  iframe { position: fixed; right: 0; top: ${heights.title + heights.tabs + heights.ribbon + heights.paneTitle}px; height: calc(100vh - ${heights.title + heights.tabs + heights.ribbon + heights.paneTitle + heights.status}px) !important; border-left: 1px solid #d6d6d6 !important; background: #fff }
  body { display: block }`;
