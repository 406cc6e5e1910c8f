let state = 2463534242;
for (let i = 0; i < 8; i++) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  console.log(state, state >>> 0);
}
