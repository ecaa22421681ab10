"""Tables, repositories, migrations. The only room that writes SQL."""
