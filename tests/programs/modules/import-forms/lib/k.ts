export default class { v = 5; }
