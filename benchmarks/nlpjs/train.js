// Train the bot: node train.js EXAMPLES.json MODEL.json
'use strict';

const fs = require('node:fs');
const { createBot } = require('./bot');

async function main([examples, model]) {
  const nlp = await createBot();
  for (const { text, intent } of JSON.parse(fs.readFileSync(examples, 'utf8'))) {
    nlp.addDocument('en', text, intent);
  }
  await nlp.train();
  fs.writeFileSync(model, nlp.export(false));
}

main(process.argv.slice(2));
