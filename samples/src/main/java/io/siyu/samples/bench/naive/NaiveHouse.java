package io.siyu.samples.bench.naive;

import io.siyu.campaign.Cap;
import io.siyu.campaign.Purpose;
import io.siyu.event.Event;
import io.siyu.member.Sent;
import io.siyu.member.State;
import io.siyu.member.json.StateJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.utils.DBConnectionManager;

/** An H2 file with the tables of the house's calendar, one of members and one of messages; each event is a transaction. */
public final class NaiveHouse implements AutoCloseable {
    static final String NAME = "naive";
    static final String MEMBER = "member";
    private static final JobKey JOB = JobKey.jobKey("send", NAME);
    private static final String TABLES = """
            RUNSCRIPT FROM 'classpath:/db/migration/V100__create_calendar_tables.sql';
            CREATE TABLE member (id VARCHAR(64) PRIMARY KEY, state VARCHAR NOT NULL);
            CREATE TABLE message (id VARCHAR(200) PRIMARY KEY, member VARCHAR(64) NOT NULL, text VARCHAR NOT NULL);
            """;
    /** As many as Spring Boot gives a scheduler. */
    private static final int THREADS = 10;

    private final Path directory;
    private final Scheduler scheduler;
    private final Cap cap;

    /** A house in this directory that sends nothing yet. */
    public NaiveHouse(Path directory, Cap cap) {
        this.directory = directory;
        this.cap = cap;
        try {
            this.scheduler = new StdSchedulerFactory(properties(directory)).getScheduler();
            scheduler.getContext().put(NAME, this);
            try (Connection connection = connection();
                    Statement statement = connection.createStatement()) {
                statement.execute(TABLES);
            }
            scheduler.addJob(
                    JobBuilder.newJob(SendDelayed.class)
                            .withIdentity(JOB)
                            .storeDurably()
                            .build(),
                    true);
        } catch (SchedulerException | SQLException e) {
            throw new IllegalStateException("The naive house could not be opened.", e);
        }
    }

    private static Properties properties(Path directory) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", NAME);
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        properties.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        properties.setProperty("org.quartz.jobStore.driverDelegateClass", StdJDBCDelegate.class.getName());
        properties.setProperty("org.quartz.jobStore.dataSource", NAME);
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        // why: what is due while the last are still being stored must not go the long way of misfires.
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "3600000");
        String source = "org.quartz.dataSource." + NAME + ".";
        properties.setProperty(source + "provider", "hikaricp");
        properties.setProperty(source + "driver", "org.h2.Driver");
        properties.setProperty(source + "URL", "jdbc:h2:file:" + directory.resolve("house"));
        properties.setProperty(source + "user", "sa");
        properties.setProperty(source + "maxConnections", Integer.toString(2 * THREADS));
        return properties;
    }

    private static Connection connection() throws SQLException {
        return DBConnectionManager.getInstance().getConnection(NAME);
    }

    /** Writes a member's row. */
    public void moveIn(State state) {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO member VALUES (?, ?)")) {
            insert.setString(1, state.subject().id());
            insert.setString(2, text(state));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static String text(State state) {
        return new String(StateJson.write(state), StandardCharsets.UTF_8);
    }

    /** One event: the member's state after it, and a trigger for the message that is due later. */
    public void enter(Event event, Instant due) {
        try {
            change(event.subject().id(), state -> state.after(event, event.time()));
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(event.id(), NAME)
                    .forJob(JOB)
                    .usingJobData(MEMBER, event.subject().id())
                    .startAt(Date.from(due))
                    .build());
        } catch (SchedulerException | SQLException e) {
            throw failed(e);
        }
    }

    private static void change(String member, UnaryOperator<State> step) throws SQLException {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            write(connection, member, step.apply(read(connection, member)));
            connection.commit();
        }
    }

    private static State read(Connection connection, String member) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT state FROM member WHERE id = ? FOR UPDATE")) {
            select.setString(1, member);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return StateJson.read(row.getString(1).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void write(Connection connection, String member, State state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE member SET state = ? WHERE id = ?")) {
            update.setString(1, text(state));
            update.setString(2, member);
            update.executeUpdate();
        }
    }

    /** Lets everything that is due go. */
    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw failed(e);
        }
    }

    void send(String id, String member) throws SQLException {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            State state = read(connection, member);
            Instant now = Instant.now(Clock.systemUTC());
            if (state.sends().count(cap, "", now, ZoneOffset.UTC) < cap.max()) {
                write(
                        connection,
                        member,
                        state.with(state.sends().with(new Sent(now, "phone", Purpose.SERVICE, "reminder"))));
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO message VALUES (?, ?, ?)")) {
                    insert.setString(1, id);
                    insert.setString(2, member);
                    insert.setString(3, "Your coupon ends soon.");
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    /** How many messages it has sent. */
    public int sent() {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM message")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Bytes of its file. */
    public long bytes() {
        try {
            return Files.size(directory.resolve("house.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException failed(Exception e) {
        return new IllegalStateException("The database did not take it.", e);
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
            DBConnectionManager.getInstance().shutdown(NAME);
        } catch (SchedulerException | SQLException e) {
            throw failed(e);
        }
    }
}
