import type { Words } from './words-english-out.ts';

/** French of Ottawa and Gatineau. */
export const FRENCH: Words = {
  book: [
    ['Le site a oublié mes dates trois fois.'],
    ['Correct, sans plus.'],
    ['Réservé pendant que le café coulait.', 'Simple et clair, bravo.'],
  ],
  seats: [
    ['Payer pour être à côté de sa fille, franchement…'],
    ['Ça va, il restait la rangée {row}.'],
    ['Deux clics, côte à côte.', 'On a eu le hublot, les enfants sont contents.'],
  ],
  skip: [
    ['J’ai passé une page, et voilà le milieu de la rangée.', 'Personne ne m’a dit que ça comptait.'],
    ['On a eu de la chance.'],
    [],
  ],
  evening: [
    [],
    ['Pratique quand on habite à côté.'],
    ['Les valises la veille, le bonheur le matin.', 'Quatre minutes et retour à la maison pour souper.'],
  ],
  checkIn: [
    ['{min} minutes d’attente, un seul comptoir.'],
    ['Une file normale.'],
    ['Une dame très gentille, tout était réglé en un instant.'],
  ],
  fly: [
    ['On gelait, et pas de couverture.'],
    ['Un vol comme un autre.'],
    [
      'L’équipage s’est occupé de nous comme de la famille.',
      'À l’heure, et du bon pain.',
      'Un sourire à trois heures du matin, ça compte.',
    ],
  ],
  madrid: [
    ['Deux files de passeports, et personne pour nous guider.'],
    ['On l’a eu, de justesse.'],
    ['Le temps d’un café, parfait.'],
  ],
  noBag: [
    [
      'Mes médicaments pour le cœur sont là-dedans.',
      'Le tapis s’est arrêté, et plus personne.',
      'On m’envoie de comptoir en comptoir.',
      'Toujours la même chemise.',
    ],
    ['Arrivée le lendemain, bon.'],
    [],
  ],
  phone: [
    ['J’ai tout raconté, encore et encore.', 'De la musique pendant {min} minutes, puis plus rien.'],
    ['Polie, mais sans réponse.'],
    ['Enfin quelqu’un qui rappelle !'],
  ],
  belt: [['La valise est arrivée ouverte.'], ['Un peu long.'], ['Première valise sur le tapis !']],
  home: [['En retard, et personne pour nous le dire.'], ['Rentrés, fatigués.'], ['À l’heure, bronzés, contents.']],
  answer: [
    [
      'Chacun était gentil. Ensemble, ça n’a pas marché.',
      'On ne m’y reprendra pas.',
      'La mer était belle, le chemin beaucoup moins.',
    ],
    ['Correct dans l’ensemble.', 'Bien en l’air, moins bien au sol.'],
    ['Le plus beau mois de l’année, merci.', 'Tout s’est fait tout seul.', 'On reviendra, c’est sûr.'],
  ],
  visit: [
    ['Impossible de voir le prix avec valise.', 'Trop de cases à remplir.'],
    ['Je regarde, c’est tout.', 'Je reviendrai après la paie.'],
    ['Belles photos, prix clairs.'],
  ],
};

/** Spanish of those who live in Spain and visit Canada's snow, or fly home to it. */
export const SPANISH: Words = {
  book: [['Tres veces puse las fechas.'], ['Bien, sin más.'], ['Rápido y sin trampas.']],
  seats: [['Pagar por sentarme con mi hijo, increíble.'], ['Quedaba la fila {row}.'], ['Juntos y a la primera.']],
  skip: [['Nadie avisa de lo que pasa si no eliges.'], ['Hubo suerte.'], []],
  evening: [[], [], ['Dejé la maleta la noche antes y dormí tranquila.']],
  checkIn: [['Una sola persona para toda la cola.'], ['Lo normal.'], ['Muy amables, todo en cinco minutos.']],
  fly: [['Qué frío, por favor.'], ['Un vuelo, nada más.'], ['La tripulación, un diez.', 'Puntuales y con cariño.']],
  madrid: [
    ['Dos colas de pasaporte y nadie que ayude.', 'Corrí con setenta años.'],
    ['Llegamos, por los pelos.'],
    ['Con tiempo hasta para un café.'],
  ],
  noBag: [
    [
      'Mi maleta en Madrid y yo en Málaga.',
      'Todo el mundo lo siente, nadie la tiene.',
      'Las gafas de mi madre van dentro.',
    ],
    ['Llegó al día siguiente.'],
    [],
  ],
  phone: [
    ['La misma historia otra vez.', 'Cuelgan y vuelta a empezar.'],
    ['Amable, pero sin noticias.'],
    ['Por fin alguien que apunta las cosas.'],
  ],
  belt: [['Salió la última y mojada.'], ['Tardó un poco.'], ['La primera en salir.']],
  home: [['Tarde y sin explicación.'], ['Bien, cansados.'], ['En casa y a su hora.']],
  answer: [
    ['Cada uno muy amable, y entre todos nada.', 'Mucho perdón y poca solución.'],
    ['Ni bien ni mal.', 'El vuelo bien, Madrid regular.'],
    ['Repetiremos, seguro.', 'Todo perfecto, gracias.'],
  ],
  visit: [['No encuentro el precio con maleta.'], ['Solo miraba.'], ['Muy claro todo.']],
};
