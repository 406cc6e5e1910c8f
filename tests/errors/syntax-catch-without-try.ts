catch (e) { // error: 'try' expected.
  console.log(e);
}
