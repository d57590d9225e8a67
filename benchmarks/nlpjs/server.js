// Serve the bot as Rasa's REST channel does: node server.js MODEL.json PORT
// It keeps no conversation and has no facts: the answer is a canned text of the intent.
'use strict';

const fs = require('node:fs');
const http = require('node:http');
const { createBot } = require('./bot');

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function main([model, port]) {
  const nlp = await createBot();
  nlp.import(fs.readFileSync(model, 'utf8'));
  const server = http.createServer(async (request, response) => {
    const { sender, message } = await readBody(request);
    const { intent, entities } = await nlp.process('en', message);
    const names = entities.map(({ option }) => option).join(', ');
    const text = `This is the canned answer to your question (${intent}) on ${names}.`;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify([{ recipient_id: sender, text }]));
  });
  server.listen(Number(port), '127.0.0.1');
}

main(process.argv.slice(2));
