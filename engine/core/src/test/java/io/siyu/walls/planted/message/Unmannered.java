package io.siyu.walls.planted.message;

import java.sql.Connection;

/** What no class of the house does. */
final class Unmannered {
    @Inject
    private final Connection connection;

    Unmannered(Connection connection) {
        this.connection = connection;
    }

    void print() {
        System.out.println(connection);
    }

    void fail() {
        throw new RuntimeException("something");
    }

    @interface Inject {}
}
