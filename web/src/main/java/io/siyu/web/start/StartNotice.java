package io.siyu.web.start;

import io.siyu.web.access.Doors;
import io.siyu.web.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The lines a started server prints: its address and the links that work once. */
@Component
@Lazy
public class StartNotice {

    private final ServletWebServerApplicationContext server;
    private final ServerSettings settings;
    private final Doors doors;

    StartNotice(ServletWebServerApplicationContext server, ServerSettings settings, Doors doors) {
        this.server = server;
        this.settings = settings;
        this.doors = doors;
    }

    /** The notice; it holds secrets, so it belongs on the terminal and in no log. */
    public List<String> lines() {
        String address = address();
        List<String> lines = new ArrayList<>();
        lines.add("Siyu is at " + address);
        doors.firstAdmin(address).ifPresent(link -> lines.add("First administrator, works once: " + link));
        doors.demo(address).ifPresent(link -> lines.add("Demo, signed in as its marketer: " + link));
        doors.demoApprover(address).ifPresent(link -> lines.add("Demo, signed in as its approver: " + link));
        doors.firstToken().ifPresent(token -> lines.add("API token, shown this once: " + token));
        return List.copyOf(lines);
    }

    /** The address people type, for example {@code http://127.0.0.1:8080}. */
    public String address() {
        String host = "0.0.0.0".equals(settings.bind()) ? "127.0.0.1" : settings.bind();
        int port = server.getWebServer() == null
                ? settings.port()
                : server.getWebServer().getPort();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
