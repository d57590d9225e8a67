// The nlp.js bot: it tells the intent of a message, and whom it names, small typos
// included (by nlp.js's own threshold of 0.8).
'use strict';

const { containerBootstrap } = require('@nlpjs/core');
const { LangEn } = require('@nlpjs/lang-en');
const { Nlp } = require('@nlpjs/nlp');

async function createBot() {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangEn);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false; // we say where the model goes
  nlp.settings.log = false;
  nlp.forceNER = true; // else it looks for names only where it fills slots
  nlp.addLanguage('en');
  return nlp;
}

module.exports = { createBot };
