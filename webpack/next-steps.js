/** Says, once the add-in is built, where it goes and what comes next, in the place of webpack's figures. */
export class NextSteps {
  constructor(base) {
    this.base = base;
  }

  apply(compiler) {
    compiler.hooks.done.tap("NextSteps", (stats) => {
      if (stats.hasErrors()) return;
      console.log(`
Le complément est dans ${compiler.outputPath}, prêt pour ${this.base}
1. Copiez-y ce dossier, sous-dossiers compris : un serveur https, sans programme.
2. Ouvrez ${this.base}installer.html : la page vérifie le dossier, et dit comment donner manifest.xml à Excel.
Sans Excel : ${this.base}navigateur.html. En ligne de commande : node dist/rebill.mjs parc.xlsx --campaign 2014
(Copy the folder to that address, then open installer-en.html there.)
`);
    });
  }
}
