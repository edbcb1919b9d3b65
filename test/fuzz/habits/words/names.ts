const list = (names: string): readonly string[] =>
  names
    .trim()
    .split(/\s*,\s*/)
    .filter((name) => name !== "");

export const firstNames = list(`
  Adèle, Agathe, Alban, Albert, Alice, Amandine, Anatole, Anne, Antoine, Arlette, Aurélie, Barnabé, Bastien, Béatrice, Benoît, Bernadette,
  Blaise, Brigitte, Camille, Capucine, Carole, Cédric, Célestin, Chantal, Clotilde, Colette, Corentin, Cyprien, Delphine, Denis, Didier,
  Edgar, Édith, Élodie, Éloi, Émilienne, Fabien, Faustine, Firmin, Florian, Gaëlle, Gaspard, Germaine, Ghislaine, Gontran, Hector, Hélène,
  Hortense, Irène, Isidore, Jean-Baptiste, Joséphine, Justine, Lambert, Léonie, Léopold, Lucienne, Maëlle, Marcelin, Marguerite, Mathurin,
  Maud, Nadège, Odile, Octave, Philibert, Prosper, Quentin, Raphaëlle, Roland, Sabine, Séverine, Simone, Thibaut, Ursule, Valentin,
  Violaine, Xavier, Yolande, Zélie
`);

/** Surnames of the Doubs and of elsewhere. */
export const surnames = list(`
  Aubriot, Bailly-Salins, Ballet, Barbizet, Bardey, Barthod, Baverel, Bergerot, Billot, Boillon, Bolard, Bonnefoy, Boucon, Bouhelier,
  Bourgon, Bousson, Bouveret, Brelot, Bressand, Briot, Burgniard, Cachot, Cattin, Chabod, Champreux, Chapuis, Charpy, Chatelain, Clerget,
  Colin, Cordier, Cote-Colisson, Coulet, Courtot, Crétin, Cuenot, Curty, Dampenon, Debouche, Defrasne, Delacroix, Demougeot, Descourvières,
  Dornier, Droz-Bartholet, Duboz, Dumont, Faivre, Faivre-Pierret, Fallot, Ferréol, Fleury, Gaiffe, Galliot, Garneret, Gaudillot, Gauthier,
  Genestier, Gillard, Girardot, Gloriod, Grandperrin, Grosperrin, Guinchard, Guyon, Henriet, Humbert, Jacquemard, Jacquot, Jeannin, Jeannot,
  Jobard, Joliot, Journot, Jouffroy, Lanquetin, Lhomme, Lombardot, Louvrier, Magnin-Feysot, Maillot, Marguet, Maréchal, Mathez, Mercier,
  Mesnier, Michaud, Monnier, Mougeot, Mougin, Musy, Nachin, Noirjean, Oudot, Pagnier, Paillard, Parrenin, Pastwa, Pécaud, Perrey, Petetin,
  Pidancet, Plançon, Poncet, Pourcelot, Prétot, Prudhon, Querry, Quenot, Ragot, Racle, Renaud, Richardot, Robbe, Roland-Gosselin, Rondot,
  Roussel, Sauge, Simonin, Sirugue, Tarby, Tisserand, Tournier, Tribouillard, Vacelet, Vautherot, Vermot, Vieille, Viennet, Vionnet,
  Voisard, Vuillemin, Vuillier, Wetzel, Ziegler, Benali, Da Silva, Nguyen, O’Connor, Kowalczyk, Ferreira, Traoré
`);

/** Surnames that are words of inventories elsewhere: a person bears them all the same. */
export const treacherousSurnames = list(`
  Neuf, Petit, Retrait, Stock, Perdu, Maintenant, Pose, Montant, Total, Vieux, Lancien, Reste, Dépôt, Cédé, Fermé, Rebut, Sortais,
  Ancelin-Réserve, Commande, Nouveau, Lenouveau, Transfert, Devis, Modèle, Ferme, Départ, Entrée, Archive, Magasin, Prêt
`);

/** Places: hamlets, quarters, woods. */
export const places = list(`
  Beaulieu, Bellevue, Bois-le-Duc, Brégille, Chailluz, Champ-Forgeron, Champ-Nardin, Chaudanne, Combe Saragosse, Courcelles, Fontaine-Argent,
  La Bouloie, La Charmille, La Combe aux Loups, La Corvée, La Croix d’Arènes, La Gravière, La Grette, La Malate, La Pelouse, La Roseraie,
  La Viotte, La Vrille, Le Clos Barbisier, Le Crible, Le Fort Benoît, Le Gros Chêne, Le Pré Guillaume, Le Point du Jour, Le Refuge, Les Aubiers,
  Les Bains, Les Boulottes, Les Cras, Les Essarts, Les Founottes, Les Grands Bas, Les Hauts Prés, Les Montarmots, Les Orchamps, Les Quatre Vents,
  Les Tilleroyes, Les Trois Châtels, Les Vallières, Malcombe, Mazagran, Micaud, Mont-Boucons, Montjoux, Palente, Planoise, Pont de Pierre,
  Port Douvot, Pré aux Moines, Rosemont, Saint-Ferjeux, Saint-Jacques, Tarragnoz, Témis, Trépillot, Valentin-le-Haut, Vaîtes, Velotte-Bas
`);

/** Who gave their names to rooms, streets and buildings. */
export const celebrities = list(`
  Prévert, Colette, Courbet, Hugo, Pasteur, Proudhon, Nodier, Pergaud, Ravel, Debussy, Rabelais, Lamartine, Ronsard, Voltaire, Fourier,
  Lumière, Marmier, Bersot, Brossolette, Dolto, Montessori, Freinet, Vauban, Clairaut, Mégevand, Battant, Granvelle, Ampère, Curie, Chopin,
  Vercors, Aragon, Éluard, Giono, Rostand, Sand, Verne, Zola, Daudet, Perrault, Aymé, Pagnol, Brassens, Barbara, Trenet, Piaf
`);
