package io.siyu.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class SignInController {

    private final DemoLink demo;
    private final SignIns signIns;

    SignInController(DemoLink demo, SignIns signIns) {
        this.demo = demo;
        this.signIns = signIns;
    }

    @GetMapping("/sign-in")
    @AllowedToEveryone
    String show() {
        return "access/sign-in";
    }

    @GetMapping("/demo-sign-in")
    @AllowedToEveryone
    String demo(
            @RequestParam String ticket,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            HttpServletResponse response) {
        UserDetails visitor =
                demo.redeem(ticket, as).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        signIns.signIn(visitor, request, response);
        return "redirect:/";
    }
}
