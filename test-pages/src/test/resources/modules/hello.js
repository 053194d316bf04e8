export function register(registry) {
  registry.add('greet', ({ name }) => ({ greeting: `Hello ${name}, from ${registry.session.participant}` }));
}
