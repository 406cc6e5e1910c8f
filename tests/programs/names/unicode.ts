const größe = 3;
const имя = "Ада";
class Café {
  prénom = `${имя}!`;
  π(): number {
    return größe;
  }
}
console.log(new Café().prénom, new Café().π());
