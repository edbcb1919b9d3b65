import { setTimeout } from "node:timers/promises";
import { explainMessage } from "../../src/messages";
import { addInBase } from "../build/built";
import { smallWorkbook } from "../cli/small-workbook";
import { testInDepth } from "../depth";
import { openExcel, openSample, selection, useBrowser } from "./open-excel";

useBrowser();

test("each of the ribbon's commands does what its label says", async () => {
  const excel = await openSample("anomalies-2014");
  const { host, page, person } = excel;
  const active = () => excel.workbook.book.active.name;
  // A button is given back at once: what it does comes after.
  const becomes = async (what: () => string, wanted: string) => {
    for (let tries = 0; what() !== wanted && tries < 600; tries += 1) await setTimeout(50);
    expect(what()).toBe(wanted);
  };

  await host.runCommand("relire");
  await becomes(() => host.services.visibility, "Visible");
  await person.sees("9 points à corriger, 5 à vérifier");
  await host.runCommand("ouvrirEtat");
  await person.pane.getByText("Aucun document n’est encore généré").waitFor();

  await host.runCommand("pointSuivant");
  await becomes(() => selection(excel), "Inventaire 2014!A5");
  await host.runCommand("pointSuivant");
  await becomes(() => selection(excel), "Inventaire 2014!A6");
  await host.runCommand("pointPrecedent");
  await becomes(() => selection(excel), "Inventaire 2014!A5");

  await host.runCommand("expliquer");
  await person.sees(explainMessage("pane-explain-title", { sheet: "Inventaire 2014", cell: "A5" }, "fr"));

  await host.runCommand("generer");
  await person.sees(person.anyCount("pane-plan-title"));
  await host.runCommand("tousLesPoints");
  await person.sees("9 points à corriger, 5 à vérifier");

  await person.generates();
  await host.runCommand("ouvrirRecapitulatif");
  await becomes(active, "Récapitulatif");
  await host.runCommand("ouvrirRepartition");
  await becomes(active, "Répartition");
  await host.runCommand("ouvrirEtat");
  await becomes(active, "Titre CAGB");
  await host.runCommand("annulerGeneration");
  await person.seesCode("pane-undo-title");

  expect(await page.windowOpenedBy(() => host.runCommand("aide"))).toMatch(`${addInBase}aide.html`);
});

testInDepth(
  "commands of a workbook without a campaign open the pane, which asks for one and then reads it",
  async () => {
    const { host, person } = await openExcel(await smallWorkbook(), "parc.xlsx");
    await person.seesCode("pane-welcome-title");
    await host.runCommand("relire");
    for (let tries = 0; host.services.visibility !== "Visible" && tries < 600; tries += 1) await setTimeout(50);
    expect(host.services.visibility).toBe("Visible");
    await person.pane.getByRole("alert").getByText("Choisissez une campagne").waitFor();
    await host.runCommand("ouvrirEtat");
    await person.pane.getByText("Aucun document n’est encore généré").waitFor();
    await person.opensStep("lecture");
    await person.choosesCampaign(2014);
    await host.runCommand("relire");
    await person.sees("Aucun point à traiter");
  },
);
